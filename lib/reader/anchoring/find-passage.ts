import search from 'approx-string-match';
import type { TextPosition, TextQuote } from '../../article/highlight.ts';
import { type FoldedText, foldedIndex, foldForAnchoring, foldWords } from './fold-text.ts';
import { likeness } from './likeness.ts';
import { placesFinder } from './places-of.ts';

/** How a passage was found: word for word, or in words that were edited. */
export interface FoundPassage extends TextPosition {
  readonly how: 'exact' | 'edited';
}

/*
 * Chosen by `npm run check:anchoring` over 55,000 seeded cases (November 2026): none was placed wrongly. Of words still there
 * 99.9 % were found, of edited ones 99.8 %.
 * Shares of characters.
 */
/** Of a passage, how much may have been edited where the words around it are the same … */
const MOST_EDITED = 0.3;
/** … and where they are not. */
const MOST_EDITED_ALONE = 0.2;
/** Likeness of the words around from which they count as the same. */
const SAME_AROUND = 0.6;
/** … from which they do where the passage is far from its place … */
const FAR_AROUND = 0.75;
/** … below which they speak against a place, unless the passage is as long as a paragraph … */
const STRANGE_AROUND = 0.35;
const PARAGRAPH = 120;
/** … and from which nothing else has to be looked at. */
const VERY_SAME_AROUND = 0.85;
/** What stands once in a text must be this long, in characters, to be known without the words around it … */
const LONG_ENOUGH = 32;
/** … and this long if it was edited. */
const LONG_ENOUGH_EDITED = 48;
/** How far an edited passage may have moved, in characters. */
const FURTHEST_MOVED = 1500;
/** Where a passage was taken out: characters on each side that meet, and the share of them that may have been edited. */
const SEAM = 32;
const SEAM_EDITED = 0.1;
/** By how much the best of several places must be better than the next. */
const CLEARLY = 0.08;
/** Beyond this length the ends of a passage decide, and not its middle: the matcher's time grows with the length. */
const LONGEST_SEARCHED = 400;

interface Candidate {
  readonly start: number;
  readonly end: number;
  /** How alike the words around are, 0 to 1; the better side counts most. */
  readonly around: number;
  /** The same of the worse side. */
  readonly least: number;
}

/** A text to look for passages in: folded once, for all marks. */
export function passageFinder(text: string) {
  const folded = foldForAnchoring(text);
  const placesOf = placesFinder(folded.text);

  /**
   * Finds a quote again, or gives `undefined`: a mark is rather not placed than placed wrongly. Of places that are alike
   * the nearest to where the mark was is meant.
   */
  return function findPassage(quote: TextQuote, position?: TextPosition): FoundPassage | undefined {
    const exact = foldWords(quote.exact).trim();
    if (exact === '') return undefined;
    const around = aroundOf(text, folded, quote);
    // Where it was in a text that may have grown or shrunk before it.
    const near = position && foldedIndex(folded, Math.min(position.start, text.length));
    const places = placesOf(exact).map((start) => around(start, start + exact.length));
    // A mark of another service has its words alone: nothing speaks against the one place where they stand.
    const isBare = position === undefined && quote.prefix.trim() === '' && quote.suffix.trim() === '';
    const [only, ...others] = places;
    if (isBare && only && others.length === 0) return toRaw(folded, only, 'exact');
    const found = places.length > 0 ? chooseExact(places, exact, near) : undefined;
    const isNear = ({ start }: Candidate) => near === undefined || Math.abs(start - near) <= FURTHEST_MOVED;
    if (found && isNear(found) && found.around >= SAME_AROUND) return toRaw(folded, found, 'exact');
    // Texts made from one mould hold almost the same sentence many times; one that is far from its place, or between strange
    // words, is another. The matcher gives the best matches alone: what is to be beaten is taken out of its sight.
    const rest = found ? without(folded.text, found) : folded.text;
    const edited = chooseEdited(rest, exact, around, quote, isBare);
    if (edited && isBare) return toRaw(folded, edited, 'edited');
    const least = found ? found.around + (isNear(found) ? CLEARLY : -CLEARLY) : SAME_AROUND - CLEARLY;
    if (edited && isNear(edited) && edited.around >= least) return toRaw(folded, edited, 'edited');
    if (found && isNear(found)) return toRaw(folded, found, 'exact');
    // Far from its place, both sides must say that it is the same, and where it was it must not have been taken out.
    const isMoved = found && (found.least >= FAR_AROUND || exact.length >= PARAGRAPH);
    return isMoved && !isTakenOut(folded.text, quote, near ?? found.start) ? toRaw(folded, found, 'exact') : undefined;
  };
}

function aroundOf(raw: string, { text, rawAt }: FoldedText, quote: TextQuote) {
  const prefix = foldWords(quote.prefix).trimStart();
  const suffix = foldWords(quote.suffix).trimEnd();
  return (start: number, end: number): Candidate => {
    const rawStart = rawAt(start);
    const rawEnd = rawAt(end - 1) + 1;
    // A paragraph that moves has new neighbours; that it begins or ends there as before tells as much.
    const begins = () =>
      isSameBlock(lastBlockOf(quote.prefix), lastBlockOf(raw.slice(Math.max(0, rawStart - 80), rawStart)));
    const ends = () => isSameBlock(firstBlockOf(quote.suffix), firstBlockOf(raw.slice(rawEnd, rawEnd + 80)));
    const before = atLeast(likenessBefore(prefix, text.slice(Math.max(0, start - 80), start)), begins);
    const after = atLeast(likeness(suffix, text.slice(end, end + 80)), ends);
    // One side may have been edited; the other then tells nearly as much as both.
    const around = 0.75 * Math.max(before, after) + 0.25 * Math.min(before, after);
    return { start, end, around, least: Math.min(before, after) };
  };
}

const atLeast = (alike: number, isSameEdge: () => boolean): number =>
  alike < VERY_SAME_AROUND && isSameEdge() ? VERY_SAME_AROUND : alike;

/** What stands between a passage and the edge of its block; `undefined` where that edge is out of sight. */
const lastBlockOf = (prefix: string): string | undefined => {
  const at = prefix.trimEnd() === '' ? 0 : prefix.replace(/\n\s*$/, '\n').lastIndexOf('\n');
  return at === -1 ? undefined : foldWords(prefix.slice(at)).trim();
};

const firstBlockOf = (suffix: string): string | undefined => {
  const at = suffix.trimStart() === '' ? 0 : suffix.indexOf('\n');
  return at === -1 ? undefined : foldWords(suffix.slice(0, at)).trim();
};

const isSameBlock = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one === other;

/**
 * Whether the words before and after a passage now stand together where it was: then it was deleted, and the same words in
 * another chapter are not it. A block that moves as a whole leaves such a seam too, so it says nothing of one.
 */
function isTakenOut(text: string, { prefix, suffix }: TextQuote, near: number): boolean {
  const isBlock = /(?:^|\n\s*)$/.test(prefix) && /^(?:\s*\n|$)/.test(suffix);
  const seam = `${foldWords(prefix).slice(-SEAM)}${foldWords(suffix).trimStart().slice(0, SEAM)}`;
  if (isBlock || seam.length < SEAM) return false;
  const around = text.slice(Math.max(0, near - FURTHEST_MOVED), near + FURTHEST_MOVED);
  return search(around, seam, Math.floor(seam.length * SEAM_EDITED)).length > 0;
}

function chooseExact(places: readonly Candidate[], exact: string, near: number | undefined): Candidate | undefined {
  const byAround = [...places].sort((a, b) => b.around - a.around);
  const [best, next] = byAround;
  if (!best) return undefined;
  if (!next) {
    const isTelling = exact.length >= LONG_ENOUGH && best.around >= STRANGE_AROUND;
    return isTelling || best.around >= SAME_AROUND || exact.length >= PARAGRAPH ? best : undefined;
  }
  if (best.around < SAME_AROUND && near === undefined) return undefined;
  if (best.around - next.around >= CLEARLY) return best.around >= SAME_AROUND ? best : undefined;
  const alike = byAround.filter(({ around }) => best.around - around < CLEARLY);
  return best.around >= SAME_AROUND ? nearest(alike, near) : undefined;
}

/** The nearest place, if it is clearly nearer than the next; two that are as near leave it open. */
function nearest(places: readonly Candidate[], near: number | undefined): Candidate | undefined {
  if (near === undefined) return undefined;
  const wayTo = ({ start }: Candidate) => Math.abs(start - near);
  const [first, second] = [...places].sort((a, b) => wayTo(a) - wayTo(b));
  if (!first || !second) return first;
  return wayTo(first) * 2 < wayTo(second) ? first : undefined;
}

function chooseEdited(
  text: string,
  exact: string,
  around: (start: number, end: number) => Candidate,
  quote: TextQuote,
  isBare: boolean,
): Candidate | undefined {
  if (exact.length > LONGEST_SEARCHED) return chooseByEnds(text, exact, around);
  const most = Math.floor(exact.length * MOST_EDITED);
  const places = search(text, exact, most)
    .map(({ start, end, errors }) => ({ ...around(start, end), edited: errors / exact.length }))
    .filter(
      (place) =>
        place.edited <= (place.around >= SAME_AROUND ? MOST_EDITED : MOST_EDITED_ALONE) &&
        (isBare || place.around >= STRANGE_AROUND),
    );
  const rated = places
    .map((place) => ({ ...place, rate: 1 - place.edited + place.around }))
    .sort((a, b) => b.rate - a.rate || a.edited - b.edited);
  const [best] = rated;
  if (!best) return undefined;
  // A few letters are like many others: they need the words around.
  if (best.around < SAME_AROUND && exact.length < LONG_ENOUGH_EDITED) return undefined;
  const rival = rated.find(
    (place) => (place.end <= best.start || place.start >= best.end) && best.rate - place.rate < 2 * CLEARLY,
  );
  return rival ? undefined : snapToWords(text, best, exact, quote);
}

/** A long passage is where its first and last words are, in order, and about as far from each other as they were. */
function chooseByEnds(
  text: string,
  exact: string,
  around: (start: number, end: number) => Candidate,
): Candidate | undefined {
  const length = LONGEST_SEARCHED / 2;
  const most = Math.floor(length * MOST_EDITED_ALONE);
  const heads = search(text, exact.slice(0, length), most);
  const tails = search(text, exact.slice(-length), most);
  const [head, ...moreHeads] = heads.sort((a, b) => a.errors - b.errors);
  if (
    !head ||
    moreHeads.some(({ start, errors }) => Math.abs(start - head.start) > length && errors - head.errors < 8)
  ) {
    return undefined;
  }
  const [tail] = tails
    .filter(({ end }) => Math.abs(end - head.start - exact.length) < exact.length * MOST_EDITED)
    .sort((a, b) => a.errors - b.errors);
  return tail && around(head.start, tail.end);
}

/** The matcher counts letters, and may end within a word that was changed. */
function snapToWords(text: string, place: Candidate, exact: string, quote: TextQuote): Candidate {
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));
  const startedAtWord = !/[\p{L}\p{N}]$/u.test(quote.prefix) || !/^[\p{L}\p{N}]/u.test(exact);
  const endedAtWord = !/^[\p{L}\p{N}]/u.test(quote.suffix) || !/[\p{L}\p{N}]$/u.test(exact);
  let { start, end } = place;
  if (startedAtWord) while (start > 0 && isWord(start) && isWord(start - 1)) start -= 1;
  if (endedAtWord) while (end < text.length && isWord(end - 1) && isWord(end)) end += 1;
  while (start < end && text.charAt(start) === ' ') start += 1;
  while (end > start && text.charAt(end - 1) === ' ') end -= 1;
  return { ...place, start, end };
}

/** The text with a place made unlike anything, at the same length. */
const without = (text: string, { start, end }: Candidate): string =>
  `${text.slice(0, start)}${'\ue000'.repeat(end - start)}${text.slice(end)}`;

function toRaw({ rawAt }: FoldedText, { start, end }: Candidate, how: FoundPassage['how']): FoundPassage {
  return { start: rawAt(start), end: rawAt(end - 1) + 1, how };
}

/** Of what stands before, the end is nearest. */
const likenessBefore = (prefix: string, text: string): number =>
  prefix !== '' && text.endsWith(prefix) ? 1 : likeness(reversed(prefix), reversed(text));

const reversed = (text: string): string => [...text].reverse().join('');
