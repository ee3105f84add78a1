import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { readSettingsFile, writeSettingsFile } from './settings-file.ts';

const MINE: Settings = { ...DEFAULT_SETTINGS, theme: 'sepia', textSize: 23, speechVoices: { de: 'near' }, pace: 311 };

describe('a file of settings', () => {
  it('gives back every setting', () => {
    expect(readSettingsFile(writeSettingsFile(MINE), DEFAULT_SETTINGS)).toEqual(MINE);
    expect(readSettingsFile(`\ufeff${writeSettingsFile(DEFAULT_SETTINGS)}`, MINE)).toEqual(DEFAULT_SETTINGS);
  });

  it('leaves what it does not say, or says wrongly, as it is', () => {
    const file = JSON.stringify({
      kind: 'lectern-settings',
      settings: { theme: 'dark', textSize: 900, font: 'comic', unknown: 1, __proto__: { lineWidth: 50 } },
    });
    expect(readSettingsFile(file, MINE)).toEqual({ ...MINE, theme: 'dark' });
  });

  it('is told from any other file', () => {
    for (const text of ['', '{', 'null', '[]', '{"kind":"else"}', '{"settings":{}}', '{"kind":"lectern-settings"}'])
      expect(readSettingsFile(text, MINE)).toBeUndefined();
  });
});
