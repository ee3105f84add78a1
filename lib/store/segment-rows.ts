import { Dexie } from 'dexie';
import type { Documents } from '../search/merge-segments.ts';
import type { LecternDatabase } from './database.ts';
import type { BlockKind, IndexDocuments } from './index-tables.ts';

/** Documents in one row. Chromium keeps a value of 64 KB and more in a file of its own, which takes a millisecond to open. */
const IN_ROW = 8192;

/** The documents of a segment, in rows. */
export function documentRows(segmentId: number, { keys, lengths, languages }: Documents): readonly IndexDocuments[] {
  return Array.from({ length: Math.ceil(keys.length / IN_ROW) }, (_, number) => {
    const [from, to] = [number * IN_ROW, (number + 1) * IN_ROW];
    return {
      segmentId,
      number,
      keys: narrow(keys.slice(from, to)),
      lengths: lengths.slice(from, to),
      languages: languages.slice(from, to),
    };
  });
}

/** Two bytes for each where they fit, as in a library of up to 16,000 articles: every first search reads them all. */
const narrow = (keys: Uint32Array<ArrayBuffer>): IndexDocuments['keys'] =>
  keys.some((key) => key > 0xffff) ? keys : Uint16Array.from(keys);

export async function readDocuments(db: LecternDatabase, segmentId: number): Promise<Documents> {
  const rows = await db.indexDocuments
    .where('[segmentId+number]')
    .between([segmentId, 0], [segmentId, Number.POSITIVE_INFINITY])
    .toArray();
  const count = rows.reduce((sum, { keys }) => sum + keys.length, 0);
  const documents = {
    keys: new Uint32Array(count),
    lengths: new Uint8Array(count),
    languages: new Uint8Array(count),
  };
  let at = 0;
  for (const { keys, lengths, languages } of rows) {
    documents.keys.set(keys, at);
    documents.lengths.set(lengths, at);
    documents.languages.set(languages, at);
    at += keys.length;
  }
  return documents;
}

/** All blocks of a kind, in order. */
export async function readKind(db: LecternDatabase, id: number, kind: BlockKind): Promise<readonly Uint8Array[]> {
  const range = db.indexBlocks
    .where('[segmentId+kind+number]')
    .between([id, kind, Dexie.minKey], [id, kind, Dexie.maxKey]);
  return (await range.toArray()).map(({ bytes }) => bytes);
}
