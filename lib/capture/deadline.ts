/** The longest that the careful way may take, in milliseconds; the page stands still meanwhile. */
export const LONGEST_CAPTURE = 5000;

/** Asked between steps: throws once the time is over, so that the plain way can take over. */
export type CheckTime = () => void;

export function startDeadline(now: () => number): CheckTime {
  const end = now() + LONGEST_CAPTURE;
  return () => {
    if (now() > end) throw new Error('The page takes too long to read.');
  };
}
