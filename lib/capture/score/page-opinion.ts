import { isProse } from '../blocks.ts';
import { type RunStep, runEach } from '../steps.ts';
import { keptByReadability } from './kept-by-readability.ts';
import type { Block } from './split-blocks.ts';

/**
 * The blocks that are a page's article by its look alone, by index: those that Readability keeps, and more where it
 * took the wrong box. The forest is told of them, and has the last word.
 */
export function opinionOf(page: Document, blocks: readonly Block[], runStep: RunStep = runEach): ReadonlySet<number> {
  const kept = keptByReadability(page, blocks, runStep);
  let opinion = kept;
  const widen = (): void => {
    opinion = widenToArticle(page.body, blocks, kept);
  };
  runStep('widen-to-article', widen, undefined);
  return opinion;
}

const ELSEWHERE = 'nav, footer, aside, form, button, dialog, [hidden], [aria-hidden="true"]';
/** Of the prose in a box, and of that of the page which stands in the box, in characters. */
const HALF = 0.5;

/**
 * A page that says which one box its article is means it: where most of its prose stands in there, and Readability
 * keeps less than half of that, it took one part of a text in many boxes for the whole. On 326 pages that happened
 * five times, and it was never right (November 2026).
 */
function widenToArticle(body: Element, blocks: readonly Block[], kept: ReadonlySet<number>): ReadonlySet<number> {
  const box = articleBox(body);
  if (box === undefined) return kept;
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
  if (held < all * HALF || heldAndKept >= held * HALF) return kept;
  return new Set([...kept, ...inside]);
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
