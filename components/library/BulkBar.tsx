import { useEffect, useRef, useState } from 'preact/hooks';
import type { BulkAct } from '../../lib/app/bulk.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { List } from '../../lib/article/list.ts';
import { formatCount } from '../../lib/library/row-facts.ts';
import { Icon } from '../controls/Icon.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { giveLostFocus } from './give-focus.ts';
import type { LibraryApp } from './library-app.ts';
import type { Place } from './route.ts';
import { focusRows } from './use-held-focus.ts';
import type { Picked } from './use-picked.ts';
import './bulk-bar.css';

interface BulkBarProps {
  readonly app: LibraryApp;
  readonly place: Place;
  readonly picked: Picked;
  readonly lists: readonly List[];
  /** How many the view holds, and all of them. */
  readonly count: number;
  readonly readAll: () => Promise<readonly ArticleId[]>;
}

interface Running {
  readonly done: number;
  readonly total: number;
}

/** What can be done with all that is picked: at once, with one way back, or not at all. */
export function BulkBar({ app, place, picked, lists, count, readAll }: BulkBarProps) {
  const [running, setRunning] = useState<Running>();
  const [said, setSaid] = useState('');
  const [tag, setTag] = useState('');
  const [isErasing, setErasing] = useState(false);
  const stop = useRef<AbortController | undefined>(undefined);
  const chosen = picked.ids.size;
  // However it goes, what had the focus in it goes too.
  useEffect(() => focusRows, []);
  const isTrash = place.kind === 'shelf' && place.shelf === 'trash';
  const isArchive = place.kind === 'shelf' && place.shelf === 'archive';

  async function run(act: BulkAct) {
    const ids = [...picked.ids];
    const abort = new AbortController();
    stop.current = abort;
    setSaid('');
    setRunning({ done: 0, total: ids.length });
    giveLostFocus('.bulk-bar button');
    const { changeAll } = await app.loadTools();
    const change = changeAll(ids, act, {
      signal: abort.signal,
      tell: (done) => setRunning({ done, total: ids.length }),
    });
    await app.history.record(change);
    setRunning(undefined);
    const isDone = await change.catch(() => undefined);
    if (isDone) return picked.end();
    if (abort.signal.aborted) setSaid('Stopped. Nothing was changed.');
    giveLostFocus('.bulk-bar button');
  }

  if (running) {
    const { done, total } = running;
    return (
      <section class="bulk-bar" aria-label="Selected articles">
        <progress aria-label="Progress" max={total} value={done} />
        <span class="number">
          {formatCount(done)} of {formatCount(total)}
        </span>
        <button type="button" class="button" onClick={() => stop.current?.abort()}>
          Cancel
        </button>
      </section>
    );
  }
  const act = (name: string, of: BulkAct) => (
    <button type="button" class="button" disabled={chosen === 0} onClick={() => run(of)}>
      {name}
    </button>
  );
  return (
    <section class="bulk-bar" aria-label="Selected articles">
      <span class="number" role="status">
        {said !== '' ? said : `${formatCount(chosen)} selected`}
      </span>
      {chosen < count && (
        <button type="button" class="text-button" onClick={async () => picked.takeAll(await readAll())}>
          Select all {formatCount(count)}
        </button>
      )}
      <span class="bulk-acts">
        {isTrash ? (
          <>
            {act('Restore', { kind: 'restore' })}
            <button type="button" class="button" disabled={chosen === 0} onClick={() => setErasing(true)}>
              Erase…
            </button>
          </>
        ) : (
          <>
            {isArchive ? act('To Inbox', { kind: 'unarchive' }) : act('Archive', { kind: 'archive' })}
            {act('Favourite', { kind: 'favourite' })}
            {lists.length > 0 && (
              <select
                aria-label="Add to a list"
                disabled={chosen === 0}
                value=""
                onChange={(event) => {
                  const list = lists.find(({ id }) => id === event.currentTarget.value);
                  if (list) run({ kind: 'list', list });
                }}
              >
                <option value="">Add to list…</option>
                {lists.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
            <input
              aria-label="Tag them"
              placeholder="Tag…"
              maxLength={60}
              disabled={chosen === 0}
              value={tag}
              onInput={(event) => setTag(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.isComposing || event.key !== 'Enter' || tag.trim() === '') return;
                event.preventDefault();
                setTag('');
                run({ kind: 'tag', label: tag });
              }}
            />
            <button
              type="button"
              class="button"
              disabled={chosen === 0}
              onClick={() => app.exportArticles([...picked.ids])}
            >
              Export…
            </button>
            {act('Move to Trash', { kind: 'trash' })}
          </>
        )}
      </span>
      <button type="button" class="icon-button" aria-label="End the selection" onClick={picked.end}>
        <Icon name="close" size={16} />
      </button>
      {isErasing && (
        <EraseDialog
          app={app}
          count={chosen}
          read={async () => [...picked.ids]}
          close={(isDone) => {
            setErasing(false);
            if (isDone) picked.end();
          }}
        />
      )}
    </section>
  );
}
