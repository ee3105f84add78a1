import type { BriefRow } from '../../lib/app/first-rows.ts';
import type { Loaded } from '../../lib/app/library.ts';

const NOTHING_YET = 'Nothing to read yet. Open an article and click Lectern’s button.';
const NOTHING_ELSE = 'Nothing else waits in your inbox.';

interface EmptyRowsProps {
  readonly found: Loaded<readonly BriefRow[]>;
  readonly isSearch: boolean;
  /** An article stands above: there is something to read, if nothing else. */
  readonly isAlone: boolean;
}

/** Says why there are no rows, if there are none. */
export function EmptyRows({ found, isSearch, isAlone }: EmptyRowsProps) {
  if (found.status === 'failed') {
    return (
      <p class="empty" role="alert">
        The library could not be read. Nothing in it was changed. Close this window and open it again.
      </p>
    );
  }
  if (found.status === 'loading' || found.value.length > (isAlone && !isSearch ? 1 : 0)) return null;
  return (
    <p class="empty" role="status">
      {isSearch ? 'Nothing you kept has these words.' : isAlone ? NOTHING_ELSE : NOTHING_YET}
    </p>
  );
}
