export const THEMES = ['system', 'light', 'dark', 'sepia'] as const;
export type Theme = (typeof THEMES)[number];

/** What the reader chose. Each has a default, so an older or damaged record still gives all of them. */
export interface Settings {
  readonly theme: Theme;
  /** Whether the popup saves at once, or shows a button first. */
  readonly saveOnClick: boolean;
  /** Text size in the reader, CSS pixels. */
  readonly textSize: number;
  /** Longest line in the reader, in `ch`. */
  readonly lineWidth: number;
  /** Line height in the reader, as a factor of the text size. */
  readonly lineHeight: number;
  /** Whether the popup still offers the permission for pictures of other sites. */
  readonly offersPictures: boolean;
}

/** The measure of the design: 62 to 68 characters, 1.62 at 19 px. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  saveOnClick: true,
  textSize: 19,
  lineWidth: 66,
  lineHeight: 1.62,
  offersPictures: true,
};

interface Range {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

export const RANGES = {
  textSize: { least: 14, most: 30, step: 1 },
  lineWidth: { least: 44, most: 90, step: 4 },
  lineHeight: { least: 1.32, most: 2.02, step: 0.1 },
} as const satisfies Record<string, Range>;

/** Reads settings from anything: what is absent or out of range takes its default. */
export function decodeSettings(value: unknown): Settings {
  const stored: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const flag = (key: 'saveOnClick' | 'offersPictures') => {
    const given = stored[key];
    return typeof given === 'boolean' ? given : DEFAULT_SETTINGS[key];
  };
  const number = (key: keyof typeof RANGES) => {
    const given = stored[key];
    const { least, most } = RANGES[key];
    return typeof given === 'number' && given >= least && given <= most ? given : DEFAULT_SETTINGS[key];
  };
  return {
    theme: THEMES.find((theme) => theme === stored['theme']) ?? DEFAULT_SETTINGS.theme,
    saveOnClick: flag('saveOnClick'),
    textSize: number('textSize'),
    lineWidth: number('lineWidth'),
    lineHeight: number('lineHeight'),
    offersPictures: flag('offersPictures'),
  };
}
