import type { ArticleId } from '../../article/ids.ts';
import { readListOrder, readLists } from '../../store/lists.ts';
import { readShelf } from '../../store/read-shelf.ts';
import { readTagged } from '../../store/read-tags.ts';
import type { Tools } from '../../transfer/export/document.ts';
import type { ExportArticle } from '../../transfer/export/export-article.ts';
import { PATTERN_PARTS } from '../../transfer/export/fill-pattern.ts';
import { EXPORTERS } from '../../transfer/export/index.ts';
import { fileNameOf } from '../../transfer/file-name.ts';
import { readChecksums } from '../../transfer/vault/read-vault.ts';
import { type Bytes, createZipWriter } from '../../transfer/zip-writer.ts';
import { createExportLoader } from './load-exports.ts';
import { Cancelled, makeVault, type VaultMaking } from './make-vault.ts';
import { paintHighlights } from './paint-highlights.ts';

/** Which articles go out. */
export type ExportScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'list'; readonly listId: string }
  | { readonly kind: 'tag'; readonly tagKey: string }
  | { readonly kind: 'articles'; readonly ids: readonly ArticleId[] };

export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
  readonly articles: number;
}

export interface ExportFormat {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly lacks?: string;
  /** A pattern of names, where there is a file for each article. */
  readonly fileNames?: string;
}

export const EXPORT_FORMATS: readonly ExportFormat[] = EXPORTERS.map(({ id, name, about, lacks, fileNames }) => ({
  id,
  name,
  about,
  ...(lacks !== undefined && { lacks }),
  ...(fileNames !== undefined && { fileNames }),
}));

export { PATTERN_PARTS };

type Tell = (done: number, total: number) => void;

/** A zip of many files, or a book, is put together in memory: beyond this the vault is the way. */
const MOST_ARTICLES = 5000;

/** Makes files of articles. `tools` are the document's; everything is read and written on this device. */
export function createExports(making: VaultMaking & { readonly tools: Omit<Tools, 'paint'> }) {
  const { store, sanitise } = making;
  const tools: Tools = { ...making.tools, paint: paintHighlights };

  async function idsOf(scope: ExportScope): Promise<readonly ArticleId[]> {
    if (scope.kind === 'articles') return scope.ids;
    if (scope.kind === 'tag') return readTagged(store, scope.tagKey);
    if (scope.kind === 'all') {
      const [inbox, archive] = await Promise.all([readShelf(store, 'inbox', 1e6), readShelf(store, 'archive', 1e6)]);
      return [...inbox, ...archive];
    }
    const list = (await readLists(store)).find(({ id }) => id === scope.listId);
    return list ? readListOrder(store, list.id) : [];
  }

  return {
    count: async (scope: ExportScope): Promise<number> => (await idsOf(scope)).length,

    /** What a file of these is called: as their list, or as the only one of them. */
    titleOf: async (scope: ExportScope): Promise<string> => {
      if (scope.kind === 'list') {
        return (await readLists(store)).find(({ id }) => id === scope.listId)?.name ?? 'My library';
      }
      if (scope.kind !== 'articles') return 'My library';
      const [id] = scope.ids;
      const article = id !== undefined && scope.ids.length === 1 ? await store.db.articles.get(id) : undefined;
      return article?.title ?? 'Selected articles';
    },

    /** Addresses that carry what may be a key: worth a look before they are handed on. */
    suspicious: async (scope: ExportScope): Promise<readonly string[]> => {
      const articles = await store.db.articles.bulkGet([...(await idsOf(scope))]);
      return articles.flatMap((article) => (article && hasToken(article.url) ? [article.url] : []));
    },

    /**
     * @param fileNames a pattern for the names of files, where there is one for each article
     * @throws Cancelled once `signal` is aborted; RangeError for more articles than a single file holds
     */
    make: async (
      formatId: string,
      scope: ExportScope,
      title: string,
      tell: Tell,
      signal: AbortSignal,
      fileNames?: string,
    ): Promise<MadeFile> => {
      const exporter = EXPORTERS.find(({ id }) => id === formatId);
      if (!exporter) throw new RangeError(`No format ${formatId}`);
      const ids = await idsOf(scope);
      if (ids.length > MOST_ARTICLES && exporter.files === 'each')
        throw new RangeError(`More than ${MOST_ARTICLES} articles`);
      const { load } = await createExportLoader(store, sanitise);
      const articles: ExportArticle[] = [];
      for (const [index, id] of ids.entries()) {
        if (signal.aborted) throw new Cancelled('The reader stopped the export.');
        const loaded = await load(id);
        if (loaded) articles.push(loaded.article);
        tell(index + 1, ids.length);
      }
      const files = await exporter.write(articles, title, { ...tools, ...(fileNames !== undefined && { fileNames }) });
      const [first] = files;
      if (exporter.files === 'one' && first)
        return { name: first.path, blob: new Blob([first.content]), articles: articles.length };
      const pieces: Bytes[] = [];
      const zip = createZipWriter(async (piece) => void pieces.push(piece));
      for (const { path, content, isPacked = false } of files) {
        await zip.add(path, typeof content === 'string' ? new TextEncoder().encode(content) : content, !isPacked);
      }
      await zip.finish();
      return { name: `${fileNameOf(title)}.zip`, blob: new Blob(pieces), articles: articles.length };
    },

    /**
     * Writes the vault piece by piece, so that it may be larger than memory.
     *
     * @param base the checksums of a vault before, for one that holds only what changed since
     */
    vault: (sink: (piece: Bytes) => Promise<void>, tell: Tell, signal: AbortSignal, base?: string) =>
      makeVault(making, sink, tell, signal, base === undefined ? undefined : readChecksums(base)),
  };
}

export type Exports = ReturnType<typeof createExports>;

/** Parameters by which sites let someone in. */
const TOKEN =
  /[?&#](?:[^=&#]*(?:token|auth|secret|session|signature|api_?key|password|jwt)[^=&#]*|key|sig|code)=[^&#]{6,}/i;

const hasToken = (url: string): boolean => TOKEN.test(url);
