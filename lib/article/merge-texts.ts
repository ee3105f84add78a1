/**
 * Joins what two windows made of one text. Each change is taken as one piece of `former` with other words in its place. Pieces
 * apart are both done; where they touch, both wordings stay, so no letter typed in either is lost. What is put in at one place
 * comes first if it is mine: it follows the letter typed before it, and words stay together however they are written.
 */
export function mergeTexts(former: string, mine: string, theirs: string): string {
  if (mine === theirs || mine === former) return theirs;
  if (theirs === former) return mine;
  const own = changeOf(former, mine);
  const other = changeOf(former, theirs);
  const [first, last] = own.start <= other.start && own.end <= other.start ? [own, other] : [other, own];
  if (first.end <= last.start) {
    return `${former.slice(0, first.start)}${first.words}${former.slice(first.end, last.start)}${last.words}${former.slice(last.end)}`;
  }
  const start = Math.min(first.start, last.start);
  const end = Math.max(first.end, last.end);
  const wordsOf = ({ start: from, end: to, words }: Change): string =>
    former.slice(start, from) + words + former.slice(to, end);
  return former.slice(0, start) + both(wordsOf(other), wordsOf(own)) + former.slice(end);
}

/** Two wordings of one passage: each on a line of its own. */
function both(theirs: string, mine: string): string {
  if (mine === '' || theirs === '') return mine + theirs;
  return `${theirs}\n${mine}`;
}

/** As `mergeTexts`, for a draft whose first letters may have been written already, by the page that typed it. */
export function mergeDraft(former: string, draft: string, kept: string): string {
  const own = changeOf(former, draft);
  const other = changeOf(former, kept);
  const isOnTheWay = own.start === other.start && own.end === other.end && own.words.startsWith(other.words);
  return isOnTheWay ? draft : mergeTexts(former, draft, kept);
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
