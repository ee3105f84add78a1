import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { aStore } from '../../tests/support/a-store.ts';
import { documentRows, readDocuments } from './segment-rows.ts';

it.each([
  ['none', 0, 0],
  ['one row of small keys', 100, 1],
  ['keys of two and of four bytes, in several rows', 20_000, 4],
])('documents are read as they were written: %s', async (_, count, step) => {
  const { db } = aStore();
  const documents = {
    keys: Uint32Array.from({ length: count }, (_, i) => i * step + 4),
    lengths: Uint8Array.from({ length: count }, (_, i) => i % 251),
    languages: Uint8Array.from({ length: count }, (_, i) => i % 13),
  };
  await db.indexDocuments.bulkAdd([...documentRows(7, documents), ...documentRows(8, documents)]);
  expect(await readDocuments(db, 7)).toEqual(documents);
  // A value of 64 KB and more would be kept in a file of its own.
  for (const { keys, lengths, languages } of await db.indexDocuments.toArray())
    expect(keys.byteLength + lengths.length + languages.length).toBeLessThan(60_000);
});
