import { describe, expect, it } from 'vitest';
import { shownChange } from './shown-dates.ts';

describe('shownChange', () => {
  it.each([
    ['2026-11-12', '2026-11-19T08:00:00Z', '2026-11-19'],
    ['2026-11-12T23:00:00+01:00', '2026-11-18', undefined],
    [undefined, '2026-11-18T08:00:00Z', '2026-11-18'],
    ['2026-11-12', undefined, undefined],
    ['no date', '2026-11-18', undefined],
  ])('of %s and %s gives %s', (publishedAt, modifiedAt, expected) => {
    const dates = { ...(publishedAt && { publishedAt }), ...(modifiedAt && { modifiedAt }) };
    expect(shownChange(dates)).toBe(expected);
  });
});
