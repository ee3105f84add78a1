import type { SafeHtml, UntrustedHtml } from '../article/html.ts';
import type { ArticleId, ContentHash } from '../article/ids.ts';
import type { Picture, PictureFile } from '../article/picture.ts';
import type { Store } from '../store/database.ts';
import { type Live, live } from '../store/live.ts';
import { readPictureFiles, readPictures } from '../store/pictures.ts';
import { readShownBody } from '../store/read-versions.ts';

/** A text ready for the screen. `html` is absent for a link whose text is not here yet. */
export interface OpenedText {
  readonly html?: SafeHtml;
  /** Names the body that `html` was made of. */
  readonly bodyHash?: ContentHash;
}

/** A picture of an article with its bytes, if it is kept. */
export interface OpenedPicture extends Picture {
  readonly file?: PictureFile;
}

/** The pictures of an article by their address in the text. */
export type OpenedPictures = ReadonlyMap<string, OpenedPicture>;

/**
 * Live queries of what the reader shows of one article. Each text passes through the sanitiser: the one way from the
 * store to the screen.
 */
export function createOpener(store: Store, sanitise: (html: UntrustedHtml) => SafeHtml) {
  return {
    /** Renewed when another version is shown, or the text of a link comes. */
    text: (articleId: ArticleId): Live<OpenedText> => {
      const readText = createTextReader(store, sanitise);
      return live(() => readText(articleId));
    },
    /** Renewed as the queue catches up. */
    pictures: (articleId: ArticleId): Live<OpenedPictures> => live(() => readOpenedPictures(store, articleId)),
  };
}

/** Sanitises each text once: the query runs again whenever anything of its article changes. */
function createTextReader(store: Store, sanitise: (html: UntrustedHtml) => SafeHtml) {
  let shown: { readonly hash: ContentHash; readonly html: SafeHtml } | undefined;
  return async (articleId: ArticleId): Promise<OpenedText> => {
    const body = await readShownBody(store, articleId);
    if (!body) return {};
    if (shown?.hash !== body.hash) shown = { hash: body.hash, html: sanitise(body.html) };
    return { html: shown.html, bodyHash: shown.hash };
  };
}

async function readOpenedPictures(store: Store, articleId: ArticleId): Promise<OpenedPictures> {
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
