import { extractText } from '../extract-text.ts';
import { NARROW_STEP } from '../narrow-to-main.ts';
import { type RunStep, runEach } from '../steps.ts';
import type { Block } from './split-blocks.ts';

/** No page's own: a number that it wrote itself would be taken for a block. */
const MARK = 'data-lectern-block';

/** The blocks that Readability keeps of a copy of the page, by index. It uses its document up, so it gets one of its own. */
export function keptByReadability(
  page: Document,
  blocks: readonly Block[],
  runStep: RunStep = runEach,
): ReadonlySet<number> {
  for (const [index, { element }] of blocks.entries()) element.setAttribute(MARK, String(index));
  const copy = page.implementation.createHTMLDocument('');
  copy.documentElement.replaceWith(copy.importNode(page.documentElement, true));
  for (const { element } of blocks) element.removeAttribute(MARK);
  runStep(NARROW_STEP.id, () => NARROW_STEP.apply(copy), copy.body);
  const marked = [...(extractText(copy)?.querySelectorAll(`[${MARK}]`) ?? [])];
  return new Set(marked.map((element) => Number(element.getAttribute(MARK))));
}
