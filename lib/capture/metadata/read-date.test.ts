import { describe, expect, it } from 'vitest';
import { dateInAddress } from './date-in-address.ts';
import { readDate } from './read-date.ts';

describe('readDate', () => {
  it.each([
    ['2026-11-12T08:15:00+0100', '2026-11-12T08:15:00+01:00'],
    ['2026/1/2', '2026-01-02'],
    ['20261112', '2026-11-12'],
    ['1794470400', '2026-11-12T08:00:00.000Z'],
    ['1794470400000', '2026-11-12T08:00:00.000Z'],
    ['Thu, 12 Nov 2026 08:15:00 GMT', '2026-11-12T08:15:00Z'],
    ['Published on November 2nd, 2026 by Mara', '2026-11-02'],
    ['Nov 12, 2026T10:00:00+03:00', '2026-11-12'],
    ['12. November 2026', '2026-11-12'],
    ['3. März 2026', '2026-03-03'],
    ['12 août 2026', '2026-08-12'],
    ['1er février 2026', '2026-02-01'],
    ['12 de noviembre de 2026', '2026-11-12'],
    ['12 maggio 2026', '2026-05-12'],
    ['12 de dezembro de 2026', '2026-12-12'],
    ['2026年11月2日', '2026-11-02'],
    ['2026년 11월 2일', '2026-11-02'],
    ['12.11.2026', '2026-11-12'],
    ['11/30/2026', '2026-11-30'],
    ['30/11/2026', '2026-11-30'],
    ['11.30.2026', '2026-11-30'],
    ['market 12, 2026', undefined],
    ['version 1.2.3.2026', undefined],
    ['31 June 2026', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads "%s"', (text, expected) => {
    expect(readDate(text)).toBe(expected);
  });

  it('takes the day for the first number where that is the custom', () => {
    expect(readDate('5/4/2026')).toBe('2026-05-04');
    expect(readDate('5/4/2026', true)).toBe('2026-04-05');
  });
});

describe('dateInAddress', () => {
  it.each([
    ['https://orbit.example/2026/11/02/quiet-room', '2026-11-02'],
    ['https://orbit.example/notes/2026-1-2-quiet-room.html', '2026-01-02'],
    ['https://orbit.example/2026/11/quiet-room', undefined],
    ['https://orbit.example/p/20261102', undefined],
    ['no address', undefined],
  ])('of %s is %s', (url, expected) => {
    expect(dateInAddress(url)).toBe(expected);
  });
});
