import { encodeTerm, openWriter } from '../search/bytes.ts';
import { PARTS, writeTerm } from '../search/index-part.ts';
import type { Documents } from '../search/merge-segments.ts';
import { termsInBlock } from '../search/read-block.ts';
import type { SegmentView } from '../search/snapshot.ts';
import { squeezeLength } from '../search/squeeze-length.ts';
import type { LecternDatabase } from './database.ts';
import type { BlockKind, IndexedPart, IndexSegment } from './index-tables.ts';
import { once } from './once.ts';
import { readDocuments } from './segment-rows.ts';

/** Blocks kept in memory between two queries, in bytes: as one types, the next query reads much of what the last one read. */
const MOST_CACHED = 12 * 1024 * 1024;

export interface BlockCache {
  readonly get: (key: string) => Uint8Array | undefined;
  readonly set: (key: string, bytes: Uint8Array) => void;
}

/** Forgets what was used longest ago. */
export function openBlockCache(): BlockCache {
  const held = new Map<string, Uint8Array>();
  let size = 0;
  return {
    get(key) {
      const bytes = held.get(key);
      if (bytes === undefined) return undefined;
      held.delete(key);
      held.set(key, bytes);
      return bytes;
    },
    set(key, bytes) {
      held.set(key, bytes);
      size += bytes.length;
      for (const [oldest, { length }] of held) {
        if (size <= MOST_CACHED) break;
        held.delete(oldest);
        size -= length;
      }
    },
  };
}

/** A segment by itself, before it is known what of it others have anew. */
export interface WholeView extends Omit<SegmentView, 'place'> {
  /** Bits of their numbers. */
  readonly languages: number;
  readonly readDocuments: () => Promise<Documents>;
}

/** A merged segment, read block by block as a query asks for them. */
export function viewOf(db: LecternDatabase, segment: IndexSegment, cache: BlockCache): WholeView {
  const { id, languages } = segment;
  async function read(kind: BlockKind, first: number, end: number): Promise<readonly Uint8Array[]> {
    const wanted = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
    const known = wanted.map((number) => cache.get(`${id} ${kind} ${number}`));
    if (known.every((bytes) => bytes !== undefined)) return known;
    const missing = wanted.filter((_, i) => known[i] === undefined);
    const [from, to] = [Math.min(...missing), Math.max(...missing)];
    const rows = await db.indexBlocks
      .where('[segmentId+kind+number]')
      .between([id, kind, from], [id, kind, to], true, true)
      .toArray();
    for (const { number, bytes } of rows) {
      known[number - first] ??= bytes;
      cache.set(`${id} ${kind} ${number}`, bytes);
    }
    return known.flatMap((bytes) => bytes ?? []);
  }
  return {
    languages,
    readDocuments: once(() => readDocuments(db, id)),
    firstTerms: segment.firstTerms === '' ? [] : segment.firstTerms.split('\n'),
    readBlocks: (first, end) => read('terms', first, end),
    readDictionaries: (first, end) => read('dictionary', first, end),
    readPositions: async (block) => (await read('positions', block, block + 1))[0] ?? new Uint8Array(0),
    async readPrefix(prefix) {
      const key = `${id} prefix ${prefix}`;
      const known = cache.get(key);
      if (known) return known.length === 0 ? undefined : known;
      const row = await db.indexPrefixes.get([id, prefix]);
      cache.set(key, row?.bits ?? new Uint8Array(0));
      return row?.bits;
    },
  };
}

/** A part that is not merged yet, as a segment of one document. */
export function viewOfPart({ part, language, length, block, positions }: IndexedPart, number: number): WholeView {
  return {
    languages: 1 << language,
    readDocuments: async () => ({
      keys: Uint32Array.of(number * PARTS + part),
      lengths: Uint8Array.of(squeezeLength(length)),
      languages: Uint8Array.of(language),
    }),
    firstTerms: [''],
    readBlocks: async (first, end) => (first === 0 && end > 0 ? [block] : []),
    readPositions: async () => positions,
    readDictionaries: async () => [dictionaryOf(block)],
    readPrefix: async () => undefined,
  };
}

function dictionaryOf(block: Uint8Array): Uint8Array {
  const writer = openWriter(block.length);
  let former = new Uint8Array(0);
  for (const { term } of termsInBlock(block, '', () => true)) former = writeTerm(writer, former, encodeTerm(term));
  return writer.take();
}
