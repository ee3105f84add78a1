import type { ArticleId } from '../article/ids.ts';
import type { Store } from '../store/database.ts';
import { escapeMarkup } from '../transfer/export/escape.ts';
import { createSearch, type Search } from './search.ts';

/** What a line of the address bar says of an article. */
export interface Suggestion {
  readonly articleId: ArticleId;
  readonly plain: string;
  /** The same as XML, for browsers that read it so. */
  readonly markup: string;
}

/** Browsers show this many lines below the first, or fewer. */
const MOST = 5;

/** Finds articles for the address bar while one types there; the search is opened with the first question. */
export function createSuggestions(store: Store): (typed: string) => Promise<readonly Suggestion[]> {
  let search: Search | undefined;
  return async (typed) => {
    if (typed.trim() === '') return [];
    search ??= createSearch(store);
    const { ids } = await search.find(typed, 'relevance', MOST);
    const articles = await store.db.articles.bulkGet([...ids]);
    return articles.flatMap((article): Suggestion[] => {
      if (!article) return [];
      const { id, title, siteName } = article;
      const markup = `${escapeMarkup(title)} <dim>· ${escapeMarkup(siteName)}</dim>`;
      return [{ articleId: id, plain: `${title} · ${siteName}`, markup }];
    });
  };
}
