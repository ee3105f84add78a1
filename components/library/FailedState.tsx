import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import { Icon } from '../controls/Icon.tsx';

/** The database did not answer: what happened, what is safe, what to do. */
export function FailedState({ error }: { error: unknown }) {
  return (
    <div class="empty is-failed" role="alert">
      <Icon name="warning" size={28} />
      <p class="empty-title">The library could not be read</p>
      <p>
        Nothing was changed or deleted. Load this page again; if that does not help, close the browser’s other Lectern
        windows or start the browser anew.
      </p>
      <p class="small muted">{whyNotWritten(error)}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        <Icon name="refresh" /> Load again
      </button>
      <a class="button" href="recovery.html">
        Check and recovery
      </a>
    </div>
  );
}
