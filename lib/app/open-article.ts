import type { Article } from '../article/article.ts';
import type { SafeHtml, UntrustedHtml } from '../article/html.ts';
import type { ArticleId } from '../article/ids.ts';
import type { Picture, PictureFile } from '../article/picture.ts';
import type { Reading } from '../article/reading.ts';
import { readArticle, readBody } from '../store/articles.ts';
import type { Store } from '../store/database.ts';
import { readPictureFiles, readPictures } from '../store/pictures.ts';
import { readReading } from '../store/readings.ts';

/** What the reader needs to show an article. `html` is absent for a link whose text is not here yet. */
export interface OpenedArticle {
  readonly article: Article;
  readonly reading: Reading;
  readonly html?: SafeHtml;
}

/** Reads an article and passes its text through the sanitiser: the one way from the store to the screen. */
export async function openArticle(
  store: Store,
  sanitise: (html: UntrustedHtml) => SafeHtml,
  articleId: ArticleId,
): Promise<OpenedArticle | undefined> {
  const [article, reading] = await Promise.all([readArticle(store, articleId), readReading(store, articleId)]);
  if (!article || !reading) return undefined;
  const body = await readBody(store, article);
  return body ? { article, reading, html: sanitise(body.html) } : { article, reading };
}

/** A picture of an article with its bytes, if it is kept. */
export interface OpenedPicture extends Picture {
  readonly file?: PictureFile;
}

/** The pictures of an article by their address in the text. */
export async function openPictures(store: Store, articleId: ArticleId): Promise<ReadonlyMap<string, OpenedPicture>> {
  const pictures = await readPictures(store, articleId);
  const hashes = pictures.flatMap(({ fileHash }) => fileHash ?? []);
  const fileOf = new Map((await readPictureFiles(store, hashes)).map((file) => [file.hash, file]));
  return new Map(
    pictures.map((picture) => {
      const file = picture.fileHash && fileOf.get(picture.fileHash);
      return [picture.url, file ? { ...picture, file } : picture];
    }),
  );
}
