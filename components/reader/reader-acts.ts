import type { ArticleDetail } from '../../lib/app/library.ts';
import { valueOr } from '../controls/use-live.ts';
import type { ReaderApp } from './reader-app.ts';

/** What buttons and keys do alike, each with its undo. */
export interface ReaderActs {
  readonly toggleDone: () => void;
  readonly toggleFavourite: () => void;
  /** By the place among the reader's lists, from 0; a place without a list does nothing. */
  readonly toggleList: (index: number) => void;
  readonly restore: () => void;
}

export function createReaderActs({ actions, history, lists }: ReaderApp, detail: ArticleDetail): ReaderActs {
  const { article, reading, listIds } = detail;
  const ids = [article.id];
  return {
    toggleDone: () => history.record(reading.archivedAt === undefined ? actions.markDone(ids) : actions.unarchive(ids)),
    toggleFavourite: () =>
      history.record(reading.favouriteAt === undefined ? actions.markFavourite(ids) : actions.unmarkFavourite(ids)),
    toggleList(index) {
      const list = valueOr(lists.peek(), [])[index];
      if (!list) return;
      const isOn = listIds.includes(list.id);
      history.record(isOn ? actions.removeFromList(list, article.id) : actions.addToList(list, article.id));
    },
    restore: () => history.record(actions.restore(ids)),
  };
}
