/** Random choices that are the same in every run, so that two runs measure the same library. */
export interface Chance {
  /** 0 to 1, 1 excluded. */
  readonly next: () => number;
  readonly isWithin: (share: number) => boolean;
  readonly pick: <Value>(values: readonly [Value, ...Value[]]) => Value;
  /** A text in the shape of a random UUID. */
  readonly uuid: () => string;
}

export function chanceFrom(seed: number): Chance {
  const next = mulberry32(seed);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('');
  return {
    next,
    isWithin: (share) => next() < share,
    pick: (values) => values[Math.floor(next() * values.length)] ?? values[0],
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}

/** The generator known as mulberry32: 32 bits of state are plenty for titles. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
