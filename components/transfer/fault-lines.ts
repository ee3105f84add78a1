import type { Fault, FaultKind } from '../../lib/app/recovery/mend-library.ts';
import { countOf } from './words.ts';

/** For each kind: of what there are some, what is wrong, and what a repair does about it. */
const WORDS: Readonly<Record<FaultKind, readonly [one: string, many: string, wrong: string]>> = {
  unreadable: ['row', 'rows', 'not readable by the browser. Only a vault has what is in there.'],
  'no-article': ['row', 'rows', 'of an article that is not here. Repair: put aside.'],
  'no-reading': ['article', 'articles', 'without a reading state. Repair: a new one.'],
  'no-text': ['article', 'articles', 'whose text is not here. Repair: the newest that is, or a link.'],
  'no-body': ['text', 'texts', 'not here. Repair: the newest that is, or a link to be saved again.'],
  'broken-body': ['text', 'texts', 'other than what was kept. Repair: put aside; a vault may have it whole.'],
  'no-file': ['picture', 'pictures', 'not here. Repair: fetched again.'],
  'broken-file': ['picture', 'pictures', 'other than what was kept. Repair: put aside, and fetched again.'],
  'stray-body': ['text', 'texts', 'of no article. Repair: put aside.'],
  'stray-file': ['picture', 'pictures', 'of no article. Repair: put aside.'],
  'stray-batch': ['piece', 'pieces', 'of no import. Repair: put aside.'],
  'no-list': ['entry', 'entries', 'of a list that is not here. Repair: the list is made anew.'],
  'stray-thumbnail': ['small picture', 'small pictures', 'of no article. Repair: taken away.'],
  derived: ['row', 'rows', 'in the wrong order or place. Repair: sorted.'],
  index: ['article', 'articles', 'not found by the right words. Repair: read again.'],
};

/** What was found, a line for each kind, as “2 texts not here. …”. */
export function faultLines(faults: readonly Fault[]): readonly string[] {
  const counts = new Map<FaultKind, number>();
  for (const { kind } of faults) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => {
    const [one, many, wrong] = WORDS[kind];
    return `${countOf(count, one, many)} ${wrong}`;
  });
}
