import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleId } from '../../lib/article/ids.ts';
import { giveLostFocus } from './give-focus.ts';

/** Where the focus belongs among rows: on the selected one, or else the first; on the heading where no row is left. */
const ROWS = ['.rows [aria-current]', '.rows h2 a', 'main h1'] as const;

export const focusRows = (): void => giveLostFocus(...ROWS);

/**
 * A row that is taken away takes the focus with it; what stands in its place gets it then. Browsers say nothing of it: the
 * focus is on the body afterwards, and the rows had it last.
 */
export function useHeldFocus(ids: readonly ArticleId[]) {
  const isHeld = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the rows can take one away.
  useLayoutEffect(() => {
    if (isHeld.current) focusRows();
  }, [ids]);
  useLayoutEffect(
    () => () => {
      if (isHeld.current) focusRows();
    },
    [],
  );
  return isHeld;
}
