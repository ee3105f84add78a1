import type { ImportJob, ImportOptions, PreparedItem } from '../../article/import-job.ts';
import { normaliseUrl } from '../../article/normalise-url.ts';
import type { Store } from '../../store/database.ts';
import { addImport, addImportBatch, changeImport } from '../../store/imports.ts';
import { createMerger, type MergedItem } from '../../transfer/import/merge.ts';
import { prepareItem } from './prepare-item.ts';

/** One transaction's worth: few enough that a pause or a save never waits long, many enough to write quickly. */
const BATCH_ITEMS = 400;
const BATCH_BYTES = 2 * 1024 * 1024;

/**
 * Writes an import into the database as batches that wait, and lets it run. Gives its id. `bulk` is the same library for writes
 * that need not wait for the disk: an import whose batches are not all there never begins.
 */
export async function stageImport(
  store: Store,
  bulk: Store,
  name: string,
  items: readonly MergedItem[],
  options: ImportOptions,
  tell: (done: number) => void = () => undefined,
): Promise<string> {
  const articles = articlesOf(items);
  const id = store.makeId();
  const at = store.now();
  const counts = { total: articles.length, added: 0, joined: 0, skipped: 0, kept: 0 };
  const job: ImportJob = { id, name, status: 'staging', options, ...counts, createdAt: at, updatedAt: at };
  await addImport(store, job);
  let batch: PreparedItem[] = [];
  let bytes = 0;
  let seq = 0;
  const flush = async () => {
    if (batch.length > 0) await addImportBatch(bulk, { importId: id, seq: seq++, state: 'waiting', items: batch });
    batch = [];
    bytes = 0;
  };
  for (const [index, item] of articles.entries()) {
    const prepared = await prepareItem(item, options);
    if (prepared) batch.push(prepared);
    bytes += prepared?.text?.byteLength ?? 0;
    if (batch.length >= BATCH_ITEMS || bytes > BATCH_BYTES) {
      await flush();
      tell(index + 1);
    }
  }
  await flush();
  await changeImport(store, id, ['staging'], 'running');
  return id;
}

/** Addresses that become one article are one from here on: counted as the preview counts them, and passed over as one. */
function articlesOf(items: readonly MergedItem[]): readonly MergedItem[] {
  const merger = createMerger(({ url }) => normaliseUrl(url) ?? url);
  for (const item of items) merger.add(item);
  return merger.items();
}
