import type { SrcsetCandidate } from './parse-srcset.ts';

/** The reader's column is at most 800 px; 1600 serves it on a screen of double density. */
const WIDEST_PICTURE = 1600;
/** More than double density is bytes that no eye sees. */
const HIGHEST_DENSITY = 2;

/**
 * The widest candidate up to `WIDEST_PICTURE`; if all are wider, the narrowest. `baseWidth` is the width in the page
 * that densities multiply; unknown if absent. The first of equals wins: pages list the type they prefer first.
 */
export function chooseCandidate(
  candidates: readonly SrcsetCandidate[],
  baseWidth: number | undefined,
): SrcsetCandidate | undefined {
  const sized = candidates.flatMap((candidate) => {
    const width = candidate.width ?? (baseWidth === undefined ? undefined : baseWidth * (candidate.density ?? 1));
    return width === undefined || width <= 0 ? [] : [{ candidate, size: width }];
  });
  if (sized.length > 0) return best(sized, WIDEST_PICTURE);
  return best(
    candidates.map((candidate) => ({ candidate, size: candidate.density ?? 1 })),
    HIGHEST_DENSITY,
  );
}

interface Sized {
  readonly candidate: SrcsetCandidate;
  readonly size: number;
}

function best(sized: readonly Sized[], limit: number): SrcsetCandidate | undefined {
  const fitting = sized.filter(({ size }) => size <= limit);
  const pool = fitting.length > 0 ? fitting : sized;
  const isBetter =
    fitting.length > 0 ? (a: Sized, b: Sized) => a.size > b.size : (a: Sized, b: Sized) => a.size < b.size;
  return pool.reduce<Sized | undefined>((found, next) => (!found || isBetter(next, found) ? next : found), undefined)
    ?.candidate;
}
