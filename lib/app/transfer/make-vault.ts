import type { SafeHtml, UntrustedHtml } from '../../article/html.ts';
import type { Store } from '../../store/database.ts';
import { lastChange, readAllIds, SCHEMA_VERSION } from '../../store/vault-rows.ts';
import { articlePage } from '../../transfer/export/article-page.ts';
import { dressText, type ParseSafe } from '../../transfer/export/document.ts';
import { pictureName } from '../../transfer/export/export-article.ts';
import { frontMatter } from '../../transfer/export/front-matter.ts';
import { markdownOf } from '../../transfer/export/write-markdown.ts';
import { type Checksums, type VaultArticle, type WrittenVault, writeVault } from '../../transfer/vault/write-vault.ts';
import type { Sink } from '../../transfer/zip-writer.ts';
import { createExportLoader, type LibraryReading, type LoadedArticle } from './load-exports.ts';
import { paintHighlights } from './paint-highlights.ts';

export interface VaultMaking {
  readonly store: Store;
  readonly sanitise: (html: UntrustedHtml) => SafeHtml;
  readonly parse: ParseSafe;
  readonly toHtml: (node: Node) => string;
  /** Absent for a library that is whole. */
  readonly reading?: LibraryReading;
}

/** Thrown to leave a vault unfinished because the reader said so. */
export class Cancelled extends Error {}

/**
 * Writes the whole library as a vault into `sink`. Reads article by article; what changes meanwhile is in it as it was
 * when its turn came.
 *
 * @throws Cancelled once `signal` is aborted
 */
export async function makeVault(
  making: VaultMaking,
  sink: Sink,
  tell: (done: number, total: number) => void,
  signal: AbortSignal,
  base?: Checksums,
): Promise<WrittenVault> {
  const { store, sanitise, reading } = making;
  const ids = await readAllIds(store);
  const { lists, load } = await createExportLoader(store, sanitise, reading);
  async function* articles(): AsyncIterable<VaultArticle> {
    for (const id of ids) {
      if (signal.aborted) throw new Cancelled('The reader stopped the vault.');
      const loaded = await load(id);
      if (loaded) yield await vaultArticle(making, loaded);
    }
  }
  return writeVault(
    { schema: SCHEMA_VERSION, lists, articles: articles() },
    sink,
    (done) => tell(done, ids.length),
    base,
  );
}

async function vaultArticle({ parse, toHtml }: VaultMaking, loaded: LoadedArticle): Promise<VaultArticle> {
  const { article, record, thumbnail } = loaded;
  const text = dressText(article, parse, (picture) => `../../pictures/${pictureName(picture)}`);
  const markdown = `${frontMatter(article)}\n${markdownOf(article, text)}`;
  if (text) paintHighlights(text, article.highlights);
  const bytes = thumbnail && new Uint8Array(await thumbnail.blob.arrayBuffer());
  return {
    record,
    changedAt: lastChange(record),
    html: articlePage(article, text && toHtml(text), "'self' file:"),
    markdown,
    marks: article.highlights.flatMap(({ quote, note }) => [quote, note]).filter((words) => words !== ''),
    pictures: article.pictures.map((picture) => ({ name: pictureName(picture), bytes: picture.bytes })),
    ...(bytes && { thumbnail: bytes }),
    lists: article.lists,
    tags: article.tags,
  };
}
