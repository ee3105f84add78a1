// @vitest-environment jsdom
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { capturePage } from '../lib/capture/capture-page.ts';
import { RECEIPT_KINDS, type ReceiptPage, readReceiptPages } from './support/receipt-pages.ts';

const FEWEST = [20, 10, 10, 10, 10, 4];
const PAGES = readReceiptPages();

/** Whether a reader is told that something is wrong: by a warning on the text, or because the page is refused. */
function isFlagged({ html }: ReceiptPage): boolean {
  const outcome = capturePage(new JSDOM(html, { url: 'https://tide.example/story' }).window.document, { now: () => 0 });
  return outcome.status === 'unreadable' || outcome.capture.warnings.length > 0;
}

describe('the receipt, on the labelled set', () => {
  const flagged = new Map(PAGES.map((page) => [page, isFlagged(page)]));
  const count = (pages: readonly ReceiptPage[]) => pages.filter((page) => flagged.get(page) === true).length;

  it('has enough pages of each kind', () => {
    const counts = RECEIPT_KINDS.map((kind) => PAGES.filter((page) => page.kind === kind).length);
    expect(counts.map((pages, index) => pages >= (FEWEST[index] ?? 0))).toEqual(Array(6).fill(true));
  });

  describe.each([
    ['that were looked at', false],
    ['that were held out', true],
  ])('pages %s', (_, isHeldOut) => {
    const pages = PAGES.filter((page) => page.isHeldOut === isHeldOut);
    const whole = pages.filter(({ kind }) => kind === 'whole');
    const bad = pages.filter(({ kind }) => kind !== 'whole');
    it('warns of at least 95 % of those that are no whole article', () => {
      expect(count(bad) / bad.length).toBeGreaterThanOrEqual(0.95);
    });
    it('warns of at most 2 % of whole articles', () => {
      expect(count(whole) / whole.length).toBeLessThanOrEqual(0.02);
    });
  });
});
