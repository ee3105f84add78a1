import type { ImportOptions } from '../../article/import-job.ts';
import { normaliseUrl } from '../../article/normalise-url.ts';
import { whyNotWritten } from '../../article/why-not-written.ts';
import type { Store } from '../../store/database.ts';
import { countHere } from '../../store/find-by-url.ts';
import { SCHEMA_VERSION } from '../../store/vault-rows.ts';
import type { Rejection, RejectReason } from '../../transfer/import/found.ts';
import type { DroppedFile } from '../../transfer/import/open-sources.ts';
import { type ReadImport, readImport } from '../../transfer/import/read-import.ts';
import { type OpenedVault, openVault } from '../../transfer/vault/read-vault.ts';
import { type RestoredVault, restoreVault } from './restore-vault.ts';
import { stageImport } from './stage-import.ts';

export type { Rejection, RejectReason };

/** What the page asks of the thread that reads files. */
export type DeskRequest =
  | { readonly kind: 'read'; readonly files: readonly DroppedFile[] }
  | { readonly kind: 'start'; readonly options: ImportOptions }
  | { readonly kind: 'restore' };

export type DeskAnswer =
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'staging'; readonly done: number; readonly total: number }
  | { readonly kind: 'started'; readonly importId: string }
  | { readonly kind: 'vault'; readonly vault: VaultPreview }
  | { readonly kind: 'restoring'; readonly done: number; readonly total: number }
  | { readonly kind: 'restored'; readonly result: RestoredVault }
  | { readonly kind: 'failed'; readonly why: string };

/** What a dropped vault says of itself. */
export interface VaultPreview {
  readonly articles: number;
  /** Fewer than `articles` in a vault that holds only what changed. */
  readonly inFile: number;
  readonly lists: number;
  readonly changedAt: number;
}

export type { RestoredVault };

/** What the reader sees before anything is written. */
export interface ImportPreview {
  readonly format: string;
  readonly names: readonly string[];
  readonly lacks: readonly string[];
  readonly toAdd: number;
  readonly here: number;
  readonly texts: number;
  readonly highlights: number;
  readonly notes: number;
  readonly lists: readonly string[];
  readonly tags: number;
  readonly attachments: number;
  readonly rejectedCount: number;
  /** At most `MOST_SHOWN`. */
  readonly rejected: readonly Rejection[];
  /** Addresses that become one article with another of the import. */
  readonly sameAsOthers: number;
}

const MOST_SHOWN = 2000;

/** Answers one request after the other; keeps what it read between the preview and the start. */
export function createImportDesk(
  store: Store,
  bulk: Store,
  answer: (answer: DeskAnswer) => void,
): (request: DeskRequest) => void {
  let read: ReadImport | undefined;
  let vault: OpenedVault | undefined;
  async function handle(request: DeskRequest): Promise<void> {
    if (request.kind === 'read') {
      const [file, ...others] = request.files;
      const opened = file && others.length === 0 ? await openVault(file.blob, SCHEMA_VERSION) : undefined;
      if (opened?.status === 'refused') return answer({ kind: 'failed', why: opened.why });
      if (opened?.status === 'opened') {
        vault = opened;
        const { articles, lists, changedAt } = opened.head;
        return answer({ kind: 'vault', vault: { articles, inFile: opened.articleCount, lists, changedAt } });
      }
      read = await readImport(request.files);
      answer({ kind: 'preview', preview: await previewOf(store, read) });
      return;
    }
    if (request.kind === 'restore') {
      if (!vault) return;
      const tell = (done: number, total: number) => answer({ kind: 'restoring', done, total });
      const result = await restoreVault(store, vault, tell, bulk);
      return answer({ kind: 'restored', result });
    }
    if (!read) return;
    const { items, names } = read;
    const total = items.length;
    const tell = (done: number) => answer({ kind: 'staging', done, total });
    const importId = await stageImport(store, bulk, names.join(', '), items, request.options, tell);
    answer({ kind: 'started', importId });
  }
  return (request) => {
    handle(request).catch((error: unknown) => answer({ kind: 'failed', why: whyNotWritten(error) }));
  };
}

async function previewOf(store: Store, { format, names, lacks, items, rejected }: ReadImport): Promise<ImportPreview> {
  const addresses = items.flatMap(({ url }) => normaliseUrl(url) ?? []);
  const keys = new Set(addresses);
  const here = await countHere(store, [...keys]);
  return {
    format,
    names,
    lacks,
    toAdd: keys.size - here,
    here,
    texts: items.filter(({ text }) => text !== undefined).length,
    highlights: items.reduce((sum, { highlights }) => sum + highlights.length, 0),
    notes: items.filter(({ notes }) => notes.length > 0).length,
    lists: [...new Set(items.flatMap(({ lists }) => lists.map((path) => path.join(' / '))))],
    tags: new Set(items.flatMap(({ tags }) => tags.map((tag) => tag.toLowerCase()))).size,
    attachments: items.filter(({ attachment }) => attachment !== undefined).length,
    rejectedCount: rejected.length,
    rejected: rejected.slice(0, MOST_SHOWN),
    sameAsOthers: addresses.length - keys.size,
  };
}
