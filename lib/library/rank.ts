/** In the order in which JavaScript and IndexedDB compare text, so ranks sort without a comparer. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;
/** At either end ranks go on in steps of this many digits: seven million additions before one needs a fifth. */
const STEP_DIGITS = 4;

/**
 * A rank that sorts between two neighbours; `undefined` stands for either end of the list. A rank is a fraction between 0
 * and 1 in base 62 without `0.` and final zeros, so there is always room between two.
 *
 * Two neighbours may share a rank, if two windows added to the same end at once. Nothing fits between them then, and
 * the new rank comes right after both.
 *
 * @throws RangeError if a rank is none that this function gave.
 */
export function rankBetween(before: string | undefined, after: string | undefined): string {
  const low = digitsOf(before);
  const high = digitsOf(after);
  if (before === undefined && after === undefined) return middleOf([], undefined);
  if (before === undefined) return stepFrom(high, -1) ?? middleOf([], high);
  if (after === undefined) return stepFrom(low, 1) ?? middleOf(low, undefined);
  return before < after ? middleOf(low, high) : rankBetween(before, rankBetween(before, undefined));
}

function digitsOf(rank: string | undefined): readonly number[] {
  if (rank === undefined) return [];
  const digits = [...rank].map((character) => DIGITS.indexOf(character));
  if (digits.includes(-1) || digits.length === 0 || digits.at(-1) === 0) throw new RangeError(`"${rank}" is no rank`);
  return digits;
}

/** The nearest rank of four digits or fewer on that side; absent if that would leave the range. */
function stepFrom(digits: readonly number[], direction: 1 | -1): string | undefined {
  const head = Array.from({ length: STEP_DIGITS }, (_, index) => digits[index] ?? 0);
  const value = head.reduce((sum, digit) => sum * BASE + digit, 0) + direction;
  if (value <= 0 || value >= BASE ** STEP_DIGITS) return undefined;
  const places = Array.from({ length: STEP_DIGITS }, (_, index) => BASE ** (STEP_DIGITS - 1 - index));
  return textOf(places.map((place) => Math.floor(value / place) % BASE));
}

/** The shortest fraction near the middle of two; `high` absent stands for 1. */
function middleOf(low: readonly number[], high: readonly number[] | undefined): string {
  const middle: number[] = [];
  let isBounded = high !== undefined;
  for (let place = 0; ; place++) {
    const lowDigit = low[place] ?? 0;
    const highDigit = isBounded ? (high?.[place] ?? 0) : BASE;
    const digit = Math.floor((lowDigit + highDigit) / 2);
    if (digit > lowDigit) return textOf([...middle, digit]);
    middle.push(lowDigit);
    // Once a digit is below the upper bound's, the rest may be anything.
    if (highDigit > lowDigit) isBounded = false;
  }
}

function textOf(digits: readonly number[]): string {
  return digits
    .map((digit) => DIGITS[digit])
    .join('')
    .replace(/0+$/, '');
}
