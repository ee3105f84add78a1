import { isProse } from '../blocks.ts';
import { type RunStep, runEach, type Step } from '../steps.ts';
import { keptByReadability } from './kept-by-readability.ts';
import type { Block } from './split-blocks.ts';

/** The blocks that are a page's article by its look alone, as far as is known. */
interface Opinion {
  readonly body: Element;
  readonly blocks: readonly Block[];
  /** By index. Steps add to it. */
  readonly kept: Set<number>;
}

export const OPINION_STEP: Step<Opinion> = {
  id: 'widen-to-article',
  why: 'Of a text in many boxes Readability may take one for the whole, and the others are missing.',
  apply: widenToArticle,
};

/**
 * The blocks that are a page's article by its look alone, by index: those that Readability keeps, and more where it
 * took the wrong box. The forest is told of them, and has the last word.
 */
export function opinionOf(page: Document, blocks: readonly Block[], runStep: RunStep = runEach): ReadonlySet<number> {
  const opinion = { body: page.body, blocks, kept: new Set(keptByReadability(page, blocks, runStep)) };
  runStep(OPINION_STEP.id, () => OPINION_STEP.apply(opinion), undefined);
  return opinion.kept;
}

const ELSEWHERE = 'nav, footer, aside, form, button, dialog, [hidden], [aria-hidden="true"]';
/** Of the prose in a box, and of that of the page which stands in the box, in characters. */
const HALF = 0.5;

/**
 * A page that says which one box its article is means it: where most of its prose stands in there, and Readability
 * keeps less than half of that, it took one part of a text in many boxes for the whole. On 326 pages that happened
 * five times, and Readability was never right (November 2026).
 */
function widenToArticle({ body, blocks, kept }: Opinion): void {
  const box = articleBox(body);
  if (box === undefined) return;
  const inside: number[] = [];
  let [all, held, heldAndKept] = [0, 0, 0];
  for (const [index, { element, text }] of blocks.entries()) {
    const isInside = isPartOf(element, box);
    if (isInside) inside.push(index);
    if (!isProse(element)) continue;
    all += text.length;
    if (!isInside) continue;
    held += text.length;
    if (kept.has(index)) heldAndKept += text.length;
  }
  if (held < all * HALF || heldAndKept >= held * HALF) return;
  for (const index of inside) kept.add(index);
}

/** The page's one article, or its one main part where it has none. */
function articleBox(body: Element): Element | undefined {
  const articles = body.querySelectorAll('article');
  const boxes = articles.length === 0 ? body.querySelectorAll('main, [role="main"]') : articles;
  return boxes.length === 1 ? boxes[0] : undefined;
}

function isPartOf(element: Element, box: Element): boolean {
  if (!box.contains(element)) return false;
  const elsewhere = element.closest(ELSEWHERE);
  return elsewhere === null || elsewhere.contains(box);
}
