import type { ArticleDetail } from '../../lib/app/library.ts';
import type { List } from '../../lib/article/list.ts';
import { type KeyTable, useKeys } from '../controls/keys.ts';
import { doMainAct, type MainAct, mainActOf, moveToTrash, toggleFavourite, toggleList } from './article-acts.ts';
import type { LibraryApp } from './library-app.ts';
import type { Place } from './route.ts';
import type { Picked } from './use-picked.ts';
import type { Selection } from './use-selection.ts';

interface KeyTargets {
  readonly app: LibraryApp;
  readonly place: Place;
  readonly selection: Selection;
  readonly picked: Picked;
  /** The details of the selected article, once they are read. */
  readonly detail: ArticleDetail | undefined;
  readonly lists: readonly List[];
  readonly focusSearch: () => void;
  readonly focusNote: () => void;
  readonly close: () => void;
  readonly showKeys: () => void;
  /** While a dialog has the keyboard. */
  readonly isOff: boolean;
}

/** The keys of the library, as `LibraryKeysDialog` tells them. */
export function useLibraryKeys(targets: KeyTargets): void {
  const { app, selection, detail, lists } = targets;
  const { selectedId } = selection;
  const keys: KeyTable = {
    '/': targets.focusSearch,
    '?': targets.showKeys,
    Escape: targets.close,
    z: () => app.history.undoLast(),
    j: () => selection.step(1),
    k: () => selection.step(-1),
    ...(selectedId !== undefined && {
      Enter: () => app.routing.leave(app.readerAddress(selectedId)),
      e: () => leaving(() => doMainAct(app, selectedId, detail ? mainActOf(detail.reading) : mainActIn(targets.place))),
      '#': () => leaving(() => moveToTrash(app, selectedId)),
      x: () => targets.picked.toggle(selectedId, false),
      X: () => targets.picked.toggle(selectedId, true),
      n: () => {
        if (!selection.isOpen) selection.open(selectedId);
        targets.focusNote();
      },
    }),
    ...(detail && {
      f: () => toggleFavourite(app, detail),
      ...Object.fromEntries(lists.slice(0, 9).map((list, i) => [String(i + 1), () => toggleList(app, detail, list)])),
    }),
  };
  useKeys(targets.isOff ? {} : keys);

  function leaving(act: () => void) {
    // The row may go, and the focus with it; the row that takes its place shall have it.
    if (document.activeElement?.closest('.rows')) selection.wantsFocus.current = true;
    act();
  }
}

/** For a key pressed before the details were read: what stands in a place can be told from the place. */
function mainActIn(place: Place): MainAct {
  if (place.kind !== 'shelf') return 'done';
  return place.shelf === 'trash' ? 'restore' : place.shelf === 'archive' ? 'to-inbox' : 'done';
}
