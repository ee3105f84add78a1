import type { ArticleRow } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { List } from '../../lib/article/list.ts';
import type { Reading } from '../../lib/article/reading.ts';
import type { LibraryApp } from './library-app.ts';

/** What the main button beside an article does, by where the article stands. */
export type MainAct = 'done' | 'to-inbox' | 'restore';

export const MAIN_ACT_NAMES: Readonly<Record<MainAct, string>> = {
  done: 'Done',
  'to-inbox': 'To Inbox',
  restore: 'Restore',
};

export function mainActOf({ trashedAt, archivedAt }: Pick<Reading, 'trashedAt' | 'archivedAt'>): MainAct {
  if (trashedAt !== undefined) return 'restore';
  return archivedAt === undefined ? 'done' : 'to-inbox';
}

type Parts = Pick<LibraryApp, 'actions' | 'history'>;

/** Does it at once, and offers the way back. */
export function doMainAct({ actions, history }: Parts, articleId: ArticleId, act: MainAct): void {
  const ids = [articleId];
  if (act === 'done') history.record(actions.markDone(ids));
  else history.record(act === 'restore' ? actions.restore(ids) : actions.unarchive(ids));
}

export function toggleFavourite({ actions, history }: Parts, { article, reading }: ArticleRow): void {
  const ids = [article.id];
  history.record(reading.favouriteAt === undefined ? actions.markFavourite(ids) : actions.unmarkFavourite(ids));
}

export function moveToTrash({ actions, history }: Parts, articleId: ArticleId): void {
  history.record(actions.trash([articleId]));
}

export function toggleList({ actions, history }: Parts, { article, listIds }: ArticleRow, list: List): void {
  const isOn = listIds.includes(list.id);
  history.record(isOn ? actions.removeFromList(list, article.id) : actions.addToList(list, article.id));
}
