import type { Highlight } from '../article/highlight.ts';
import type { ArticleId } from '../article/ids.ts';
import type { Store } from '../store/database.ts';
import { type Live, live } from '../store/live.ts';
import { readHighlights } from '../store/read-highlights.ts';

/** The marks of an article, live. Apart from what is done to them, which the first view of a text does without. */
export const marksOf = (store: Store, articleId: ArticleId): Live<readonly Highlight[]> =>
  live(() => readHighlights(store, articleId));
