import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { EraseDialog } from './EraseDialog.tsx';
import { giveLostFocus } from './give-focus.ts';
import type { LibraryApp } from './library-app.ts';
import { ViewHead } from './ViewHead.tsx';

interface TrashHeadProps {
  readonly app: LibraryApp;
  readonly name: string;
  readonly count: number | undefined;
  readonly children?: ComponentChildren;
}

/** The head of the trash: how long things stay here, and the way to be rid of them before. */
export function TrashHead({ app, name, count, children }: TrashHeadProps) {
  const [isErasing, setErasing] = useState(false);
  // The button that had the focus goes with the last article.
  useEffect(() => {
    if (count === 0) giveLostFocus('main h1');
  }, [count]);
  return (
    <>
      <ViewHead name={name} count={count}>
        {children}
        {count !== undefined && count > 0 && (
          <button type="button" class="chip" onClick={() => setErasing(true)}>
            Empty Trash…
          </button>
        )}
        {count !== undefined && count > 0 && (
          <p class="view-line small muted">
            What lies here is out of every list and search. It can be restored for 30 days, then it is erased.
          </p>
        )}
      </ViewHead>
      {isErasing && (
        <EraseDialog
          app={app}
          count={count ?? 0}
          read={async () => (await app.loadTools()).readTrash()}
          close={() => setErasing(false)}
        />
      )}
    </>
  );
}
