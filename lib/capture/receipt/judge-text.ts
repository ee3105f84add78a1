import type { CaptureWarning } from '../../article/capture.ts';
import { baseOf } from '../base.ts';
import { warningsOf } from './judge.ts';
import { countLeftOut } from './left-out.ts';
import type { PageSigns } from './look-at-page.ts';

/** Words of visible paragraphs that stand beside those of a text and not in it. */
export function leftOutOf({ paragraphs }: PageSigns, root: Element, wordCount: number, live: Document): number {
  const text = root.textContent ?? '';
  let shown: ReadonlySet<string> | undefined;
  return countLeftOut(paragraphs, text, wordCount, (paragraph) => {
    shown ??= drawnParagraphs(live);
    return shown.has(paragraph.trim());
  });
}

function drawnParagraphs(live: Document): ReadonlySet<string> {
  const drawn = [...live.querySelectorAll('p')].filter(
    (paragraph) => !('checkVisibility' in paragraph) || paragraph.checkVisibility(),
  );
  return new Set(drawn.map((paragraph) => paragraph.textContent?.trim() ?? ''));
}

interface Declared {
  readonly isFree?: boolean;
  readonly isDeclaredArticle: boolean;
}

/** What a text that was cut out of a page may be missing. */
export function judgeText(
  signs: PageSigns,
  root: Element,
  wordCount: number,
  { isFree, isDeclaredArticle }: Declared,
  leftOutWords: number,
): readonly CaptureWarning[] {
  return warningsOf(signs, { wordCount, isFree, isDeclaredArticle, leftOutWords, entryCount: countEntries(root) });
}

/** Headings that are links to other pages of the same site. */
function countEntries(root: Element): number {
  let entries = 0;
  for (const heading of root.querySelectorAll('h1, h2, h3, h4')) {
    const link = heading.closest('a[href]') ?? heading.querySelector('a[href]');
    const href = link?.getAttribute('href') ?? '#';
    const site = `${baseOf(root).split('/').slice(0, 3).join('/')}/`;
    if (!href.startsWith('#') && (href.startsWith(site) || !/^[a-z]+:/i.test(href))) entries++;
  }
  return entries;
}
