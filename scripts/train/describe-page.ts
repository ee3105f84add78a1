import { prepareForCut } from '../../lib/capture/best-cut.ts';
import { startDeadline } from '../../lib/capture/deadline.ts';
import { preparePage } from '../../lib/capture/prepared-page.ts';
import { describeBlocks, FEATURE_NAMES } from '../../lib/capture/score/block-features.ts';
import { opinionOf } from '../../lib/capture/score/page-opinion.ts';
import { paragraphsOf, splitBlocks } from '../../lib/capture/score/split-blocks.ts';

/** The blocks of a page as the product sees them before it chooses. */
export interface DescribedPage {
  readonly width: number;
  readonly texts: readonly string[];
  readonly kept: readonly boolean[];
  /** Row after row, `width` numbers each, to three decimals. */
  readonly numbers: readonly number[];
}

/** Runs in a browser, in a page of its own: parses the markup without loading anything. */
export function describePage(html: string, url: string): DescribedPage {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  if (doc.querySelector('base[href]') === null) {
    const base = doc.createElement('base');
    base.href = url;
    doc.head.prepend(base);
  }
  const page = preparePage(
    doc,
    0,
    startDeadline(() => 0),
  );
  prepareForCut(page);
  const split = splitBlocks(page.copy.body);
  const kept = opinionOf(page.copy, split);
  const blocks = paragraphsOf(split);
  const numbers = describeBlocks(page.copy.body, blocks, page.metadata.title, (index) => kept.has(index));
  return {
    width: FEATURE_NAMES.length,
    texts: blocks.map(({ text }) => text),
    kept: blocks.map((_, index) => kept.has(index)),
    numbers: [...numbers].map((value) => Math.round(value * 1000) / 1000),
  };
}
