import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, RANGES } from '../../lib/article/settings.ts';
import { stepSetting } from './step-setting.ts';

describe('stepSetting', () => {
  it('goes one step up and down without stray decimals', () => {
    expect(stepSetting(DEFAULT_SETTINGS, 'textSize', 1)).toBe(20);
    expect(stepSetting(DEFAULT_SETTINGS, 'lineHeight', 1)).toBe(1.72);
    expect(stepSetting(DEFAULT_SETTINGS, 'lineWidth', -1)).toBe(62);
  });

  it('comes to rest at the ends of the range', () => {
    for (const measure of ['textSize', 'lineWidth', 'lineHeight'] as const) {
      for (const direction of [1, -1] as const) {
        let settings = DEFAULT_SETTINGS;
        let steps = 0;
        for (let next = stepSetting(settings, measure, direction); next !== undefined && steps < 100; steps++) {
          settings = { ...settings, [measure]: next };
          next = stepSetting(settings, measure, direction);
        }
        expect(settings[measure]).toBe(direction === 1 ? RANGES[measure].most : RANGES[measure].least);
      }
    }
  });
});
