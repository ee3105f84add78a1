import { decodeSettings, type Settings } from './settings.ts';

const KIND = 'lectern-settings';

/** The settings as a file that another Lectern can read: JSON, in UTF-8. */
export const writeSettingsFile = (settings: Settings): string =>
  `${JSON.stringify({ kind: KIND, settings }, null, 2)}\n`;

/**
 * The settings of a file, over those that are in use: what the file does not say, or says of out of range, stays as it is.
 * `undefined` if it is no such file.
 */
export function readSettingsFile(text: string, present: Settings): Settings | undefined {
  const { kind, settings }: Readonly<Record<string, unknown>> = Object(parse(text));
  if (kind !== KIND || typeof settings !== 'object') return undefined;
  const given = Object.entries({ ...settings }).filter(([key, value]) => {
    const alone = decodeSettings({ [key]: value });
    return Object.hasOwn(present, key) && JSON.stringify(alone[key as keyof Settings]) === JSON.stringify(value);
  });
  return { ...present, ...Object.fromEntries(given) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // No JSON: not a file of ours.
    return undefined;
  }
}
