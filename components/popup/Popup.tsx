import type { ReadonlySignal } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import type { CardState } from '../../lib/app/popup-card.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { type KeyTable, useKeys } from '../controls/keys.ts';
import { Foot } from './Foot.tsx';
import type * as LaterViews from './later.ts';
import type { PopupApp, Tools } from './popup-app.ts';
import { SearchField } from './SearchField.tsx';
import { type Tab, Tabs } from './Tabs.tsx';
import { UpNext } from './UpNext.tsx';
import './popup.css';

/** What comes in a chunk of its own, some milliseconds after the first rows. */
export interface Later {
  readonly tools: Tools;
  readonly views: typeof LaterViews;
}

interface PopupProps {
  readonly app: PopupApp;
  readonly later: ReadonlySignal<Later | undefined>;
}

/** Cards with a heading of their own, the title of the page. */
const TITLED: readonly CardState['status'][] = ['asking', 'saving', 'here'];

/** What the toolbar button opens: the page just saved on top, the library below. */
export function Popup({ app, later: loading }: PopupProps) {
  const [tab, setTab] = useState<Tab>('up-next');
  const [typed, setTyped] = useState('');
  const [selectedId, setSelectedId] = useState<ArticleId>();
  const root = useRef<HTMLElement>(null);
  const state = app.cardState.value;
  const later = loading.value;
  const cardId = state.status === 'here' ? state.articleId : undefined;

  const shownIds = () =>
    [...(root.current?.querySelectorAll<HTMLElement>('[data-article]') ?? [])].map(
      (row) => row.dataset['article'] as ArticleId,
    );

  function step(by: 1 | -1) {
    const ids = shownIds();
    const at = selectedId === undefined ? -1 : ids.indexOf(selectedId);
    const next = ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
    if (next === undefined) return;
    setSelectedId(next);
    root.current?.querySelector(`[data-article="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  const focus = (selector: string) => () => root.current?.querySelector<HTMLElement>(selector)?.focus();
  const listKeys: KeyTable = Object.fromEntries(
    [...'123456789'].map((key) => [
      key,
      () => root.current?.querySelector<HTMLElement>(`[data-list-key="${key}"]`)?.click(),
    ]),
  );
  const target = selectedId ?? cardId;
  useKeys({
    ...listKeys,
    '/': focus('.search input'),
    n: focus('.note-field textarea'),
    t: focus('.tag-field input'),
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    l: () => app.openLibrary(),
    z: later && (() => later.tools.history.undoLast()),
    Enter: target && (() => app.readArticle(target)),
    e: target && later && (() => later.tools.history.record(later.tools.actions.markDone([target]))),
  });

  return (
    <main class="popup" ref={root}>
      {!TITLED.includes(state.status) && <h1 class="visually-hidden">Lectern</h1>}
      {later && <later.views.Card app={app} tools={later.tools} />}
      <Tabs totals={app.first.totals} tab={tab} choose={setTab} />
      <div class="below" id="below" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'up-next' && (
          <>
            <SearchField
              typed={typed}
              type={(text) => {
                setTyped(text);
                setSelectedId(undefined);
              }}
              enter={() => {
                const ids = shownIds();
                const first = selectedId !== undefined && ids.includes(selectedId) ? selectedId : ids[0];
                if (first !== undefined) app.readArticle(first);
              }}
              step={step}
            />
            <UpNext
              app={app}
              library={later?.tools.library}
              Empty={later?.views.EmptyRows}
              typed={typed}
              cardId={cardId}
              selectedId={selectedId}
            />
          </>
        )}
        {tab === 'lists' && later && <later.views.ListRows app={app} library={later.tools.library} />}
        {tab === 'notes' && later && <later.views.NoteRows app={app} library={later.tools.library} />}
      </div>
      <Foot totals={app.first.totals} openLibrary={app.openLibrary} />
      {later && <later.views.UndoBar history={later.tools.history} />}
    </main>
  );
}
