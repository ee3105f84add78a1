import { USUAL_PACE } from './reading-time.ts';

export const THEMES = ['system', 'light', 'dark', 'sepia'] as const;
export type Theme = (typeof THEMES)[number];

/** Type of the text in the reader: Literata, Inter, or Atkinson Hyperlegible Next. */
export const FONTS = ['serif', 'sans', 'hyperlegible'] as const;
export type Font = (typeof FONTS)[number];

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
  readonly font: Font;
  /** Whether the lines around the one being read are dimmed. */
  readonly hasFocusLine: boolean;
  /** Speed of reading aloud, 1 as the voice speaks by itself. */
  readonly speechRate: number;
  /** The voice for each language, as `SpeechSynthesisVoice.voiceURI` by primary subtag. */
  readonly speechVoices: Readonly<Record<string, string>>;
  /** Whether reading aloud passes over code and captions. */
  readonly skipsAsides: boolean;
  /** Words a minute, as measured while the reader reads; nobody sets it. */
  readonly pace: number;
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
  font: 'serif',
  hasFocusLine: false,
  speechRate: 1,
  speechVoices: {},
  skipsAsides: true,
  pace: USUAL_PACE,
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
  speechRate: { least: 0.5, most: 3, step: 0.1 },
  pace: { least: 80, most: 800, step: 1 },
} as const satisfies Record<string, Range>;

/** Fields of a few known words. */
const CHOICES: Readonly<Record<string, readonly unknown[]>> = { theme: THEMES, font: FONTS };

/** Reads settings from anything: what is absent or out of range takes its default. */
export function decodeSettings(value: unknown): Settings {
  const stored: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const fields = Object.entries(DEFAULT_SETTINGS).map(([key, usual]) => {
    const given = stored[key];
    return [key, isSound(key, given, usual) ? given : usual];
  });
  return Object.fromEntries(fields);
}

function isSound(key: string, given: unknown, usual: unknown): boolean {
  const choices = CHOICES[key];
  if (choices) return choices.includes(given);
  if (typeof given !== typeof usual || given === null) return false;
  const range = RANGES[key as keyof typeof RANGES];
  if (range) return Number(given) >= range.least && Number(given) <= range.most;
  // The voices, by language.
  return typeof given !== 'object' || Object.values(given).every((voice) => typeof voice === 'string');
}
