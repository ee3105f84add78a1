import { findNearTerms, findTerm, findTerms, type TermHit } from './find-terms.ts';
import { FIELD, PART, PARTS } from './index-part.ts';
import { sharedStems, stemRange, stemsOf } from './languages.ts';
import { addMatch, countIn, type Matches, openMatches } from './matches.ts';
import { slipsForgiven } from './near-terms.ts';
import { eachInSet, LONGEST_PREFIX } from './prefix-sets.ts';
import type { Where } from './query.ts';
import { postingsIn, readPostings } from './read-block.ts';
import { documentsOf, type IndexSnapshot, isLatest, type SegmentDocuments, type SegmentView } from './snapshot.ts';
import { spreadLength } from './squeeze-length.ts';

/** Where a word stands in an article, as bits. */
export const PLACE = { text: 1, title: 2, author: 4, site: 8, note: 16, marks: 32, tags: 64 } as const;

/** How much a form of a word counts beside the word itself. */
const SISTER = 0.7;
const LONGER = 0.6;
const SLIPPED = 0.4;
const EVERY_LANGUAGE = -1;

/** Weighted occurrences of BM25F. Titles first; what the reader wrote before what an author did. */
const FIELD_WEIGHTS = { title: 6, author: 3, site: 2.5, note: 2.5, marks: 3, tags: 4 } as const;
const SATURATION = 1.2;
const LENGTH_SHARE = 0.4;
const USUAL_LENGTH = 700;

/** By squeezed length, as far as they were asked for. */
const lengthFactors = new Float32Array(256);

/** What an occurrence in a text of that length counts. */
function lengthFactor(squeezed: number): number {
  const known = lengthFactors[squeezed] as number;
  if (known !== 0) return known;
  const factor = 1 / (1 - LENGTH_SHARE + (LENGTH_SHARE * spreadLength(squeezed)) / USUAL_LENGTH);
  lengthFactors[squeezed] = factor;
  return lengthFactors[squeezed] as number;
}

export interface Word {
  readonly term: string;
  readonly isPrefix: boolean;
  readonly where: Where;
}

export interface WordMatches extends Matches {
  /** The words of the library that were searched for in place of one it does not have. */
  readonly instead: readonly string[];
}

/** Articles with a word, in any of its forms; if only such have it as are `out`, by bits of `STATE`, those with a word spelled much like it. */
export async function matchWord(snapshot: IndexSnapshot, word: Word, out: number): Promise<WordMatches> {
  const { segments, languages } = snapshot;
  const matches = openMatches(snapshot);
  const range = stemRange(word.term, languages);
  const stems = range === undefined ? [] : stemsOf(word.term, languages);
  const finding = segments.map(async (segment) => {
    const hits = await findForms(segment, word, range);
    // In memory by now.
    return { hits, set: isShort(word) ? await segment.readPrefix(word.term) : undefined, segment };
  });
  const [forms, documents] = await Promise.all([Promise.all(finding), snapshot.readDocuments()]);
  for (const { hits, set, segment } of forms) {
    if (set) addSet(matches, documentsOf(segment, documents), set);
    for (const hit of hits) {
      const { term } = hit.entry;
      if (term === word.term) addHit(matches, hit, documents, 1, EVERY_LANGUAGE, word.where);
      else if (word.isPrefix && term.startsWith(word.term)) {
        // What the set of the prefix holds is counted by it.
        if (!set) addHit(matches, hit, documents, LONGER, EVERY_LANGUAGE, word.where);
      } else {
        const sharing = sharedStems(stems, stemsOf(term, languages));
        if (sharing !== 0) addHit(matches, hit, documents, SISTER, sharing, word.where);
      }
    }
  }
  const found = countIn(matches, snapshot, out);
  const instead = found > 0 ? [] : await addSlipped(snapshot, word, matches, documents);
  saturate(matches, found > 0 ? found : countIn(matches, snapshot, out));
  return { ...matches, instead };
}

const isShort = ({ isPrefix, term, where }: Word): boolean =>
  isPrefix && term.length <= LONGEST_PREFIX && where === 'anywhere';

async function findForms(segment: SegmentView, word: Word, range: string | undefined): Promise<readonly TermHit[]> {
  const { term, isPrefix } = word;
  if (isShort(word)) {
    // Both asked for at once: a page's first search waits for each answer of the database in turn.
    const [set, itself] = await Promise.all([segment.readPrefix(term), findTerm(segment, term)]);
    if (set) return itself;
  }
  if (isPrefix && (range === undefined || range.startsWith(term))) {
    return findTerms(segment, term, () => true);
  }
  if (range === undefined) return findTerm(segment, term);
  // An ending is never longer than this.
  const longest = term.length + 7;
  return findTerms(segment, range, (other) => other.length <= longest || (isPrefix && other.startsWith(term)));
}

async function addSlipped(
  snapshot: IndexSnapshot,
  word: Word,
  matches: Matches,
  documents: readonly SegmentDocuments[],
): Promise<readonly string[]> {
  const slips = slipsForgiven(word.term);
  if (slips === 0) return [];
  const { segments } = snapshot;
  const near = await findNearTerms(segments, word.term, slips, word.isPrefix);
  const hits = await Promise.all([...near].flatMap((term) => segments.map((segment) => findTerm(segment, term))));
  for (const hit of hits.flat()) addHit(matches, hit, documents, SLIPPED, EVERY_LANGUAGE, word.where);
  return [...near].sort();
}

function addSet(matches: Matches, documents: SegmentDocuments, set: Uint8Array): void {
  eachInSet(set, (document, isInTitle) => {
    if (!isLatest(documents, document)) return;
    const key = documents.keys[document] ?? 0;
    const number = Math.floor(key / PARTS);
    const score = LONGER * (isInTitle ? 1 + FIELD_WEIGHTS.title : 1);
    addMatch(matches, number, score, placeOf(key % PARTS, 1, isInTitle ? FIELD.title : 0));
  });
}

function addHit(
  matches: Matches,
  { segment, block, entry }: TermHit,
  documents: readonly SegmentDocuments[],
  weight: number,
  languages: number,
  where: Where,
): void {
  const { keys, lengths, languages: languageOf, owners, place } = documentsOf(segment, documents);
  const asked = where === 'author' ? FIELD.author : where === 'site' ? FIELD.site : 0;
  const postings = readPostings(block, entry);
  const count = postingsIn(entry);
  for (let i = 0; i < count; i++) {
    const document = postings.documents[i] as number;
    const fields = postings.fields[i] as number;
    if (asked !== 0 && (fields & asked) === 0) continue;
    const key = keys[document] as number;
    // `isLatest`, by hand: this runs for every posting.
    if (!((owners[key] as number) <= place)) continue;
    if (languages !== EVERY_LANGUAGE) {
      // A document of no known language takes the endings of any.
      const language = languageOf[document] as number;
      if (language !== 0 && (languages & (1 << language)) === 0) continue;
    }
    const part = key % PARTS;
    const number = (key - part) / PARTS;
    const occurrences = postings.occurrences[i] as number;
    let counted: number;
    if (part === PART.text) {
      counted = occurrences * lengthFactor(lengths[document] as number);
      if (fields !== 0) {
        if ((fields & FIELD.title) !== 0) counted += FIELD_WEIGHTS.title;
        if ((fields & FIELD.author) !== 0) counted += FIELD_WEIGHTS.author;
        if ((fields & FIELD.site) !== 0) counted += FIELD_WEIGHTS.site;
      }
    } else
      counted =
        occurrences *
        (part === PART.note ? FIELD_WEIGHTS.note : part === PART.marks ? FIELD_WEIGHTS.marks : FIELD_WEIGHTS.tags);
    addMatch(matches, number, weight * counted, placeOf(part, occurrences, fields));
  }
}

export function placeOf(part: number, occurrences: number, fields: number): number {
  if (part === PART.note) return PLACE.note;
  if (part === PART.marks) return PLACE.marks;
  if (part === PART.shelving) return PLACE.tags;
  const inFields = (fields & 1) + ((fields >> 1) & 1) + ((fields >> 2) & 1);
  return fields * 2 + (occurrences > inFields ? PLACE.text : 0);
}

/** From weighted occurrences to the score of BM25F, in place. `found` is how many of the matches are searched among. */
export function saturate({ numbers, count, scores }: Matches, found: number): void {
  const most = Math.log(1 + (scores.length - found + 0.5) / (found + 0.5)) * (SATURATION + 1);
  for (let i = 0; i < count; i++) {
    const number = numbers[i] as number;
    const counted = scores[number] as number;
    scores[number] = (most * counted) / (SATURATION + counted);
  }
}
