import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, decodeSettings, RANGES } from './settings.ts';

describe('decodeSettings', () => {
  it('gives the defaults for nothing', () => {
    for (const value of [undefined, null, 7, 'dark', []]) expect(decodeSettings(value)).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what is in order, and what it wrote itself', () => {
    const chosen = {
      theme: 'sepia',
      saveOnClick: false,
      textSize: 22,
      lineWidth: 58,
      lineHeight: 1.8,
      font: 'sans',
      hasFocusLine: true,
      speechRate: 1.5,
      speechVoices: { de: 'Petra' },
      skipsAsides: false,
      pace: 311.5,
      offersPictures: false,
    };
    expect(decodeSettings(chosen)).toEqual(chosen);
    expect(decodeSettings(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  it('takes the default for each field that is damaged, and the rest as it is', () => {
    expect(
      decodeSettings({
        theme: 'neon',
        saveOnClick: 'no',
        textSize: 400,
        lineWidth: '66',
        lineHeight: 1.8,
        speechVoices: { de: 7 },
      }),
    ).toEqual({
      ...DEFAULT_SETTINGS,
      lineHeight: 1.8,
    });
  });

  it.each(Object.entries(RANGES))('accepts both ends of %s, and nothing beyond', (field, { least, most, step }) => {
    for (const end of [least, most]) expect(decodeSettings({ [field]: end })).toMatchObject({ [field]: end });
    for (const beyond of [least - step, most + step, Number.NaN]) {
      expect(decodeSettings({ [field]: beyond })).toEqual(DEFAULT_SETTINGS);
    }
  });

  it('gives settings of the same fields for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const settings = decodeSettings(value);
        expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
        expect(decodeSettings(settings)).toEqual(settings);
      }),
    );
  });
});
