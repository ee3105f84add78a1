import { createImportRunner } from '../../lib/app/transfer/run-imports.ts';
import { stageImport } from '../../lib/app/transfer/stage-import.ts';
import type { ImportOptions } from '../../lib/article/import-job.ts';
import type { MergedItem } from '../../lib/transfer/import/merge.ts';
import type { TestStore } from './a-store.ts';

export const OPTIONS: ImportOptions = { lists: 'keep', tags: [], here: 'join' };

/** A record as importers give it, merged with its copies. */
export const anItem = (parts: Partial<MergedItem> = {}): MergedItem => ({
  kind: 'item',
  url: 'https://lamp.example/a',
  title: 'A lamp',
  isArchived: false,
  isFavourite: false,
  tags: [],
  lists: [],
  notes: [],
  highlights: [],
  copies: 1,
  ...parts,
});

/** What the worker does for imports, without waking or keeping awake anything. */
export const runnerOf = (store: TestStore) =>
  createImportRunner({
    store,
    bulk: store,
    stayAwake: async () => store.wait(1),
    wakeLater: async () => undefined,
    keepIndex: async () => undefined,
  });

/** Stages an import and writes all of it. Gives its id. */
export async function importAll(store: TestStore, items: readonly MergedItem[], options = OPTIONS): Promise<string> {
  const id = await stageImport(store, store, 'Pocket', items, options);
  await runnerOf(store)();
  return id;
}

/** Everything in the database but the imports themselves. */
export async function dump({ db }: TestStore) {
  const tables = db.tables.filter(({ name }) => !/^(?:import|index)/.test(name));
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}
