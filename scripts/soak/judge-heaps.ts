import type { Heap } from './measure-heap.ts';
import { trendOf } from './slope.ts';

interface MeasuredHeap {
  /** Steps until then. */
  readonly x: number;
  readonly heap: Heap;
}

/**
 * What may be added at each step. What leaks keeps at least an element, a listener or a closure of some step, and with it what these
 * refer to: from some hundred bytes, and one object, on. These are a tenth of that for the least, and 1 MB in 10,000 steps.
 */
const FLAT: Readonly<Record<string, number>> = { bytes: 100, objects: 1, nodes: 0.1, listeners: 0.1 };

/** Fewer measurements than this in the second half tell nothing. */
const LEAST_MEASURED = 10;

type Verdict = 'flat' | 'grows' | 'unclear';

/**
 * Says of each heap whether it is flat, by the second half of what was measured: in the first, caches fill and code is compiled. One
 * that rises by more than is flat, but not surely, is unclear: it needs more steps.
 */
export function judgeHeaps(heaps: readonly MeasuredHeap[]) {
  const half = heaps.slice(Math.floor(heaps.length / 2));
  const table: Record<string, { median: number; 'per step': number; 'at least': number; verdict: Verdict }> = {};
  for (const name of Object.keys(half.length < LEAST_MEASURED ? {} : (half[0]?.heap ?? {}))) {
    const { slope, least, median } = trendOf(half.map(({ x, heap }) => ({ x, y: heap[name] ?? 0 })));
    const isFlat = slope <= (FLAT[name.split(', ').at(-1) ?? ''] ?? 0);
    const rounded = (value: number) => Math.round(value * 1000) / 1000;
    table[name] = {
      median,
      'per step': rounded(slope),
      'at least': rounded(least),
      verdict: isFlat ? 'flat' : least > 0 ? 'grows' : 'unclear',
    };
  }
  const of = (wanted: Verdict) => Object.keys(table).filter((name) => table[name]?.verdict === wanted);
  return { table, flat: of('flat'), growing: of('grows'), unclear: of('unclear') };
}
