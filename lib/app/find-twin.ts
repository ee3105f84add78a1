import type { Article } from '../article/article.ts';
import type { ArticleId, Timestamp } from '../article/ids.ts';
import { normaliseUrl } from '../article/normalise-url.ts';
import { textOfHtml } from '../search/html-text.ts';
import { likenessOf } from '../search/likeness.ts';
import type { Store } from '../store/database.ts';
import { findArticleByUrlKey } from '../store/find-by-url.ts';
import { readFoundTexts } from '../store/found-texts.ts';
import { readArticlesWithBody } from '../store/read-versions.ts';
import { createRelated } from './related.ts';

/** Another article that seems to be the same text. */
export interface Twin {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly siteName: string;
  readonly savedAt: Timestamp;
  /** The page names its address as its own, or the text is the same. */
  readonly why: 'address' | 'text';
}

/** From this likeness on, texts are taken for the same: below it lie reports that quote one source at length. */
const ALIKE = 0.7;
/** Of texts with fewer words too many are alike by chance: "Page not found". */
const FEWEST_WORDS = 60;
/** Articles with the most telling words in common, whose texts are compared. */
const COMPARED = 4;

/**
 * Looks for an article that was kept before under another address: the one that the page names as its own, one with the very
 * same text, or one whose text differs by little. Articles in the trash are passed over. Reads a few texts, whatever the
 * size of the library.
 */
export async function findTwin(store: Store, articleId: ArticleId): Promise<Twin | undefined> {
  const article = await store.db.articles.get(articleId);
  if (!article) return undefined;
  const byAddress = await findByAddress(store, article);
  if (byAddress) return twinOf(byAddress, 'address');
  if (article.wordCount < FEWEST_WORDS) return undefined;
  const byText = (await findSameText(store, article)) ?? (await findLikeText(store, article));
  return byText && twinOf(byText, 'text');
}

async function findByAddress(store: Store, { id, canonicalUrl }: Article): Promise<Article | undefined> {
  const urlKey = canonicalUrl === undefined ? undefined : normaliseUrl(canonicalUrl);
  const named = urlKey === undefined ? undefined : await findArticleByUrlKey(store, urlKey);
  return named && firstOutsideTrash(store, id, [named.id]);
}

async function findSameText(store: Store, { id, versionId }: Article): Promise<Article | undefined> {
  const version = versionId && (await store.db.versions.get(versionId));
  return version && firstOutsideTrash(store, id, await readArticlesWithBody(store, version.bodyHash));
}

async function findLikeText(store: Store, { id }: Article): Promise<Article | undefined> {
  const related = await createRelated(store)(id, COMPARED);
  const [own, ...others] = await readFoundTexts(store, [id, ...related.map((one) => one.articleId)]);
  const text = own?.html && textOfHtml(own.html);
  if (text === undefined) return undefined;
  const alike = others.filter(({ html }) => html !== undefined && likenessOf(text, textOfHtml(html)) >= ALIKE);
  return firstOutsideTrash(
    store,
    id,
    alike.map((one) => one.articleId),
  );
}

async function firstOutsideTrash(
  { db }: Store,
  self: ArticleId,
  ids: readonly ArticleId[],
): Promise<Article | undefined> {
  const others = ids.filter((id) => id !== self);
  const readings = await db.readings.bulkGet(others);
  const here = readings.find((reading) => reading !== undefined && reading.trashedAt === undefined);
  return here && db.articles.get(here.articleId);
}

const twinOf = ({ id, title, siteName, savedAt }: Article, why: Twin['why']): Twin => ({
  articleId: id,
  title,
  siteName,
  savedAt,
  why,
});
