import { PARTS } from '../search/index-part.ts';
import { type MergedSegment, type MergeInput, mergeSegments } from '../search/merge-segments.ts';
import { squeezeLength } from '../search/squeeze-length.ts';
import type { LecternDatabase } from './database.ts';
import { writeColumns } from './index-columns.ts';
import type { Numbering } from './index-numbers.ts';
import { readRevision, readRoot } from './index-root.ts';
import type { IndexBlock, IndexEntry, IndexedPart, IndexSegment } from './index-tables.ts';
import { documentRows } from './segment-rows.ts';

/** Deltas merged in memory, ready to be written as a segment. */
export interface MergedDeltas {
  readonly deltas: readonly IndexEntry[];
  readonly numbering: Numbering;
  /** By article number × 4 + part: the last word on each. */
  readonly latest: ReadonlyMap<number, IndexedPart>;
  readonly merged: MergedSegment;
}

/** Merges deltas, the oldest first. Parts of articles without a number are left out. */
export function mergeParts(deltas: readonly IndexEntry[], numbering: Numbering): MergedDeltas {
  const { numberOf, fresh } = numbering;
  const latest = new Map<number, IndexedPart>();
  for (const part of deltas.flatMap((delta) => delta.parts)) {
    const number = numberOf.get(part.articleId);
    if (number !== undefined) latest.set(number * PARTS + part.part, part);
  }
  // An empty part takes the place of a former one, and a new article has none.
  const added = new Set(fresh.map(({ articleId }) => articleId));
  const used = [...latest].filter(([, { block, articleId }]) => block.length > 0 || !added.has(articleId));
  return { deltas, numbering, latest, merged: mergeSegments(used.map(([key, part]) => inputOf(key, part))) };
}

function inputOf(key: number, { block, positions, length, language }: IndexedPart): MergeInput {
  return {
    documents: {
      keys: Uint32Array.of(key),
      lengths: Uint8Array.of(squeezeLength(length)),
      languages: Uint8Array.of(language),
    },
    blocks: block.length === 0 ? [] : [block],
    positions: [positions],
    isAlive: () => true,
  };
}

/**
 * Puts merged deltas in the place of all deltas up to the entry `order`, as the segment `id`, inside the caller's
 * transaction.
 */
export async function writeMerged(
  db: LecternDatabase,
  { deltas, numbering, latest, merged }: MergedDeltas,
  id: number,
  order: number,
): Promise<void> {
  await Promise.all([
    db.indexDeltas.where('seq').belowOrEqual(order).delete(),
    db.indexArticles.bulkPut([...numbering.changed]),
    merged.documents.keys.length > 0 && writeSegment(db, { id, order }, merged),
    writeStates(db, deltas, numbering),
    writeAllColumns(db, latest),
  ]);
}

/** Takes the next revision, unless another page took `revision` meanwhile; whatever it is, if none is given. */
export async function takeRevision(
  db: LecternDatabase,
  revision: number | undefined,
  merged?: number,
): Promise<number | undefined> {
  const present = await readRevision(db);
  if (revision !== undefined && present.revision !== revision) return undefined;
  const next = present.revision + 1;
  await db.indexRoot.put({ name: 'revision', revision: next, merged: merged ?? present.merged });
  return next;
}

export async function writeSegment(
  db: LecternDatabase,
  of: Pick<IndexSegment, 'id' | 'order'>,
  merged: MergedSegment,
): Promise<void> {
  const { documents, blocks, positions, dictionaries, firstTerms, prefixes } = merged;
  const rows = (kind: IndexBlock['kind'], all: readonly Uint8Array<ArrayBuffer>[]) =>
    all.map((bytes, number): IndexBlock => ({ segmentId: of.id, kind, number, bytes }));
  const all = [...rows('terms', blocks), ...rows('positions', positions), ...rows('dictionary', dictionaries)];
  await Promise.all([
    db.indexBlocks.bulkAdd(all),
    db.indexPrefixes.bulkAdd([...prefixes].map(([prefix, bits]) => ({ segmentId: of.id, prefix, bits }))),
    db.indexDocuments.bulkAdd([...documentRows(of.id, documents)]),
    db.indexSegments.add({
      ...of,
      languages: documents.languages.reduce((bits, language) => bits | (1 << language), 0),
      firstTerms: firstTerms.join('\n'),
      byteLength: all.reduce((sum, { bytes }) => sum + bytes.length, 0),
    }),
  ]);
}

async function writeStates(db: LecternDatabase, deltas: readonly IndexEntry[], { numberOf }: Numbering) {
  const changes = deltas.flatMap((delta) => delta.states);
  if (changes.length === 0) return;
  const former = (await readRoot(db, 'states'))?.states ?? new Uint8Array(0);
  const states = grown(former, Math.max(0, ...numberOf.values()) + 1);
  for (const { articleIds, bits } of changes) {
    for (const id of articleIds) {
      const number = numberOf.get(id);
      if (number !== undefined) states[number] = bits;
    }
  }
  await db.indexRoot.put({ name: 'states', states });
}

async function writeAllColumns(db: LecternDatabase, latest: ReadonlyMap<number, IndexedPart>): Promise<void> {
  const changed = [...latest].filter(([, { columns }]) => columns !== undefined);
  if (changed.length === 0) return;
  const former = await readRoot(db, 'columns');
  const length = Math.max(0, ...changed.map(([key]) => Math.floor(key / PARTS))) + 1;
  const columns = {
    savedAt: grown32(former?.savedAt, length),
    publishedOn: grown32(former?.publishedOn, length),
    wordCounts: grown32(former?.wordCounts, length),
    languages: grown(former?.languages ?? new Uint8Array(0), length),
    contents: grown(former?.contents ?? new Uint8Array(0), length),
  };
  for (const [key, part] of changed) writeColumns(columns, Math.floor(key / PARTS), part);
  await db.indexRoot.put({ name: 'columns', ...columns });
}

function grown(former: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(former.length, length));
  larger.set(former);
  return larger;
}

function grown32(former: Uint32Array | undefined, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(former?.length ?? 0, length));
  if (former) larger.set(former);
  return larger;
}
