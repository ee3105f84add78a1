import { describe, expect, it } from 'vitest';
import { aStore } from '../../tests/support/a-store.ts';
import { addImport, addImportBatch, dropUnstarted } from './imports.ts';

describe('imports that never began', () => {
  it('are forgotten with their batches, but for one that is being made ready', async () => {
    const store = aStore();
    const options = { lists: 'keep', tags: [], here: 'join' } as const;
    const counts = { total: 1, added: 0, joined: 0, skipped: 0, kept: 0, createdAt: 1 };
    for (const [id, updatedAt] of [
      ['old', 5],
      ['new', 6],
    ] as const) {
      await addImport(store, { id, name: 'Pocket', status: 'staging', options, ...counts, updatedAt });
      await addImportBatch(store, { importId: id, seq: 0, state: 'waiting', items: [] });
    }
    await dropUnstarted(store, 6);
    expect(await store.db.imports.toCollection().primaryKeys()).toEqual(['new']);
    expect(await store.db.importBatches.toCollection().primaryKeys()).toEqual([['new', 0]]);
  });
});
