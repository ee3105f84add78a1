import type { CaptureOutcome } from '../../lib/article/capture.ts';
import type { Parts } from './parts.ts';
import { plain } from './parts.ts';
import type { BenchPage } from './read-pages.ts';
import { type Score, scoreText } from './shingles.ts';

/** How many of so many. */
export interface Count {
  readonly got: number;
  readonly of: number;
}

export const COUNTED = ['headings', 'code', 'tables', 'captions', 'lead picture', 'title', 'author', 'date'] as const;

/** What one page comes to. */
export interface Marks {
  readonly score: Score;
  readonly counts: Readonly<Record<(typeof COUNTED)[number], Count>>;
}

/** Holds what was captured to what a careful reader says, and to what the page holds of it. */
export function markPage(page: BenchPage, held: Parts, outcome: CaptureOutcome, parts: Parts): Marks {
  const { expected = '', title, author, date } = page;
  const within = ` ${plain(expected)} `;
  const shown = ` ${plain(parts.text)} `;
  const isWanted = (text: string): boolean => within.includes(` ${text} `);
  const share = (wanted: readonly string[], isKept: (text: string) => boolean): Count => ({
    got: wanted.filter(isKept).length,
    of: wanted.length,
  });
  const capture = outcome.status === 'captured' ? outcome.capture : undefined;
  const lead = held.sharedPicture;
  const hasLead = lead.length > 5 && held.pictures.includes(lead);
  const same = (wanted: string | undefined, isSame: (wanted: string) => boolean): Count =>
    wanted === undefined ? { got: 0, of: 0 } : { got: Number(isSame(wanted)), of: 1 };
  return {
    score: scoreText(expected, parts.text),
    counts: {
      headings: share(held.headings.filter(isWanted), (text) => parts.headings.includes(text)),
      code: share(
        held.code.filter((text) => within.includes(text.slice(0, 40))),
        (text) => parts.code.some((own) => own.includes(text.slice(0, 40))),
      ),
      tables: share(
        held.tables.filter((text) => wordsIn(text, within) >= 0.7),
        (text) => parts.tables.some((own) => wordsIn(text, ` ${own} `) >= 0.7),
      ),
      captions: share(held.captions, (text) => shown.includes(` ${text} `)),
      'lead picture': hasLead ? { got: Number(parts.pictures.includes(lead)), of: 1 } : { got: 0, of: 0 },
      title: same(title, (wanted) => plain(wanted) === plain(capture?.title ?? '')),
      author: same(author, (wanted) => names(wanted) === names(capture?.authors.join(' ') ?? '')),
      date: same(date, (wanted) => (capture?.publishedAt ?? capture?.modifiedAt ?? '').startsWith(wanted)),
    },
  };
}

/** Share of the words of a text that stand in another. */
function wordsIn(text: string, other: string): number {
  const words = text.split(' ');
  return words.filter((word) => other.includes(` ${word} `)).length / words.length;
}

const NO_NAME = new Set('by and und von et de with the written author posted dr mr mrs ms md phd'.split(' '));
const names = (text: string): string =>
  [...new Set(plain(text).split(' '))]
    .filter((word) => !NO_NAME.has(word))
    .sort()
    .join(' ');
