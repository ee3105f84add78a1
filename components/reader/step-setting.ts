import { RANGES, type Settings } from '../../lib/article/settings.ts';

export type Measure = keyof typeof RANGES;

/** The next value of a measure in one direction, within its range; `undefined` at the end of it. */
export function stepSetting(settings: Settings, measure: Measure, direction: 1 | -1): number | undefined {
  const { least, most, step } = RANGES[measure];
  // Rounded to hundredths: 1.62 + 0.1 is 1.7200000000000002.
  const next = Math.round((settings[measure] + direction * step) * 100) / 100;
  const bounded = Math.min(most, Math.max(least, next));
  return bounded === settings[measure] ? undefined : bounded;
}
