import { RANGES } from '../article/settings.ts';

/** What was read between two rests of the scrolling. */
export interface Stretch {
  readonly words: number;
  readonly milliseconds: number;
}

/** Shorter ones are glances; in longer ones the reader was elsewhere. Milliseconds. */
const SHORTEST = 4000;
const LONGEST = 240_000;
/** So many words make up a pace: 250 of them move it by a twentieth of the way. Our choice, slow enough for one odd article. */
const WORDS_REMEMBERED = 5000;
const MOST_MOVED = 0.1;

/**
 * The reader's pace in words a minute after one more stretch; `undefined` where that tells nothing, as when the reader went
 * back, leafed on, or left the page lying.
 */
export function paceAfter(pace: number, { words, milliseconds }: Stretch): number | undefined {
  const measured = words / (milliseconds / 60_000);
  const { least, most } = RANGES.pace;
  const isReading = milliseconds >= SHORTEST && milliseconds <= LONGEST && measured >= least && measured <= most;
  if (!isReading) return undefined;
  const share = Math.min(MOST_MOVED, words / WORDS_REMEMBERED);
  return Math.round((pace + share * (measured - pace)) * 10) / 10;
}
