import { type Cut, MAX_CUT } from '../article/capture.ts';

/** Anything that is no cut stands for the first. */
export function decodeCut(value: unknown): Cut {
  if (value === 'whole-page') return value;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_CUT ? value : 0;
}
