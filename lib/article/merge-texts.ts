/**
 * Joins what two windows made of one text. Each change is taken as one piece of `former` with other words in its place. Pieces
 * apart are both done; where they touch, both wordings stay, `theirs` first. No letter typed in either is lost.
 */
export function mergeTexts(former: string, mine: string, theirs: string): string {
  if (mine === theirs || mine === former) return theirs;
  if (theirs === former) return mine;
  const own = changeOf(former, mine);
  const other = changeOf(former, theirs);
  const [first, last] = own.start < other.start ? [own, other] : [other, own];
  if (first.end < last.start || (first.end === last.start && (first.end > first.start || last.end > last.start))) {
    return `${former.slice(0, first.start)}${first.words}${former.slice(first.end, last.start)}${last.words}${former.slice(last.end)}`;
  }
  const start = first.start;
  const end = Math.max(first.end, last.end);
  const wordsOf = ({ start: from, end: to, words }: Change): string =>
    former.slice(start, from) + words + former.slice(to, end);
  return former.slice(0, start) + both(wordsOf(other), wordsOf(own), own.start === own.end) + former.slice(end);
}

/** Letters put in at one place follow each other; wordings of one passage stand on lines of their own. */
function both(theirs: string, mine: string, isPutIn: boolean): string {
  if (theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  return isPutIn ? theirs + mine : `${theirs}\n${mine}`;
}

interface Change {
  /** The piece of the former text, by letters from its start. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function changeOf(former: string, text: string): Change {
  const most = Math.min(former.length, text.length);
  let start = 0;
  while (start < most && former[start] === text[start]) start++;
  let tail = 0;
  while (tail < most - start && former.at(-1 - tail) === text.at(-1 - tail)) tail++;
  return { start, end: former.length - tail, words: text.slice(start, text.length - tail) };
}
