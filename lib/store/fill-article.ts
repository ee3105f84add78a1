import type { Article } from '../article/article.ts';
import type { ArticleId, VersionId } from '../article/ids.ts';
import { hostOf } from '../article/normalise-url.ts';
import type { ArticleDraft } from './articles.ts';
import type { Store } from './database.ts';
import { addToIndex, textPart } from './index-writes.ts';
import { addVersion, readPictureUrls, type TextDraft } from './versions.ts';

/** What a fetched page says of itself. Its address is the article's own business. */
export type FetchedDraft = Omit<ArticleDraft, 'url' | 'urlKey' | 'text'> & { readonly text: TextDraft };

/**
 * Gives a link its text, fetched without its page being open, and ends its place in the queue, in one transaction. What
 * the reader or an import said of it stays; the page fills what is missing.
 */
export function fillArticle(store: Store, articleId: ArticleId, draft: FetchedDraft): Promise<'filled' | 'not-needed'> {
  const { db, now, makeId } = store;
  const tables = [db.articles, db.versions, db.bodies, db.pictures, db.textJobs, db.indexDeltas];
  return db.transaction('rw', tables, async () => {
    const article = await db.articles.get(articleId);
    if (!article || article.versionId !== undefined) {
      await db.textJobs.delete(articleId);
      return 'not-needed';
    }
    const versionId = makeId<VersionId>();
    const known = await readPictureUrls(store, articleId);
    const filled: Article = { ...fill(article, draft), versionId, updatedAt: now() };
    await addVersion(store, { articleId, versionId }, draft.text, filled.leadPictureUrl, known);
    await Promise.all([
      db.articles.put(filled),
      db.textJobs.update(articleId, { state: 'done', updatedAt: now() }),
      addToIndex(db, [textPart(filled, draft.text.body.html, draft.text.pictures.length > 0)]),
    ]);
    return 'filled';
  });
}

function fill(article: Article, { text, ...page }: FetchedDraft): Article {
  const hasTitle = article.title !== article.url && article.title.trim() !== '';
  return {
    ...page,
    ...article,
    title: hasTitle ? article.title : page.title,
    authors: article.authors.length > 0 ? article.authors : page.authors,
    siteName: article.siteName === hostOf(article.url) ? page.siteName : article.siteName,
    excerpt: article.excerpt || page.excerpt,
    direction: page.direction,
    wordCount: text.wordCount,
  };
}
