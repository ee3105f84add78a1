/** Prefixes of up to so many letters are worth a set of their own. */
export const LONGEST_PREFIX = 3;
/** Below so many bytes of postings, reading the terms themselves is as fast. */
const WORTH_A_SET = 16 * 1024;

/**
 * The documents of every short prefix with many terms, as two sets of bits: all, and those with the prefix in a title. The
 * letters typed first would otherwise read a large part of the index.
 *
 * Terms come in order, each with `add` for its documents and then `close`.
 */
export function openPrefixes(documentCount: number) {
  const sets = new Map<string, Uint8Array<ArrayBuffer>>();
  // One level for each length; what a longer prefix holds goes into the shorter one when it ends.
  const levels = Array.from({ length: LONGEST_PREFIX + 1 }, () => ({
    prefix: '',
    bytes: 0,
    flags: new Uint8Array(documentCount),
  }));
  const [pending] = levels;

  function flush(level: number) {
    const present = levels[level];
    if (present === undefined || present.bytes === 0) return;
    if (present.bytes >= WORTH_A_SET) sets.set(present.prefix, pack(present.flags));
    const shorter = level > 1 ? levels[level - 1] : undefined;
    if (shorter) {
      shorter.bytes += present.bytes;
      for (let i = 0; i < documentCount; i++) shorter.flags[i] = (shorter.flags[i] ?? 0) | (present.flags[i] ?? 0);
    }
    present.bytes = 0;
    present.flags.fill(0);
  }

  const touched: number[] = [];
  return {
    add(document: number, fields: number) {
      if (pending === undefined) return;
      touched.push(document);
      pending.flags[document] = (fields & 1) === 1 ? 3 : 1;
    },
    close(term: string, bytes: number) {
      if (pending === undefined) return;
      for (let level = LONGEST_PREFIX; level >= 1; level--) {
        const present = levels[level];
        if (present && present.prefix !== term.slice(0, level)) {
          flush(level);
        }
      }
      for (let level = 1; level <= LONGEST_PREFIX; level++) {
        const present = levels[level];
        if (present) present.prefix = term.slice(0, level);
      }
      // A term shorter than the longest prefix belongs to the levels of its own length and below.
      const own = levels[Math.min(term.length, LONGEST_PREFIX)];
      for (const document of touched) {
        if (own) own.flags[document] = (own.flags[document] ?? 0) | (pending.flags[document] ?? 0);
        pending.flags[document] = 0;
      }
      if (own) own.bytes += bytes;
      touched.length = 0;
    },
    take(): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
      for (let level = LONGEST_PREFIX; level >= 1; level--) flush(level);
      return sets;
    },
  };
}

function pack(flags: Uint8Array): Uint8Array<ArrayBuffer> {
  const half = Math.ceil(flags.length / 8);
  const bits = new Uint8Array(half * 2);
  for (let i = 0; i < flags.length; i++) {
    const flag = flags[i] ?? 0;
    const at = i >> 3;
    if ((flag & 1) !== 0) bits[at] = (bits[at] ?? 0) | (1 << (i & 7));
    if ((flag & 2) !== 0) bits[half + at] = (bits[half + at] ?? 0) | (1 << (i & 7));
  }
  return bits;
}

/** Takes the documents of a set, and whether the prefix stands in a title. */
export function eachInSet(bits: Uint8Array, take: (document: number, isInTitle: boolean) => void): void {
  const half = bits.length / 2;
  for (let at = 0; at < half; at++) {
    const byte = bits[at] ?? 0;
    if (byte === 0) continue;
    for (let bit = 0; bit < 8; bit++) {
      if ((byte & (1 << bit)) !== 0) take(at * 8 + bit, ((bits[half + at] ?? 0) & (1 << bit)) !== 0);
    }
  }
}
