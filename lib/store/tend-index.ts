import { Dexie } from 'dexie';
import { PARTS } from '../search/index-part.ts';
import { type Documents, type MergeInput, mergeSegments } from '../search/merge-segments.ts';
import { STATE } from '../search/snapshot.ts';
import type { LecternDatabase, Store } from './database.ts';
import { readNumbering } from './index-numbers.ts';
import { readRevision, readRoot } from './index-root.ts';
import { type IndexSegment, indexTables } from './index-tables.ts';
import { readDocuments, readKind } from './segment-rows.ts';
import { mergeParts, takeRevision, writeMerged, writeSegment } from './write-segment.ts';

/** Deltas are merged once there are so many, or one of them holds many articles. */
const MOST_DELTAS = 24;
export const MOST_PARTS = 48;
/** Deltas taken in one go, so that a bulk of them does not fill the memory. */
export const DELTAS_AT_ONCE = 200;
/** Segments of about one size are merged once there are so many of them. */
const MOST_ALIKE = 4;
/** No merge makes a larger one, so that its work and memory stay bounded. Some 8,000 articles of usual length. */
const LARGEST_SEGMENT = 24 * 1024 * 1024;
/** A segment of which more than this share was written anew elsewhere is cleared of it. */
const MOST_STALE = 0.3;

/**
 * One step of the upkeep of the index: deltas into a segment, or small segments into a larger one. Gives whether there was
 * anything to do. The work is done outside a transaction and written in one short one, which gives up if another page was
 * faster; a worker that is stopped in between loses nothing.
 */
export async function tendIndex(store: Store): Promise<boolean> {
  return (await mergeDeltas(store)) || (await mergeAlike(store.db));
}

/**
 * Whether so many small writes wait that they are worth a merge, or so many articles have no number that the index is just made anew: a worker
 * that is left alone is stopped in the middle of that.
 */
export async function isIndexBehind({ db }: Pick<Store, 'db'>): Promise<boolean> {
  const [waiting, articles, numbered] = await Promise.all([
    db.indexDeltas.count(),
    db.articles.count(),
    db.indexArticles.count(),
  ]);
  return waiting > MOST_DELTAS || articles - numbered > MOST_DELTAS * MOST_PARTS;
}

async function mergeDeltas({ db, now }: Store): Promise<boolean> {
  const read = await db.transaction('r', db.indexDeltas, db.indexRoot, db.indexArticles, async () => {
    const [count, deltas, { revision }] = await Promise.all([
      db.indexDeltas.count(),
      db.indexDeltas.limit(DELTAS_AT_ONCE).toArray(),
      readRevision(db),
    ]);
    const parts = deltas.reduce((sum, delta) => sum + delta.parts.length, 0);
    if (count <= MOST_DELTAS && parts <= MOST_PARTS) return undefined;
    return { deltas, numbering: await readNumbering(db, deltas, now()), revision };
  });
  if (!read) return false;
  const { deltas, numbering, revision } = read;
  const merged = mergeParts(deltas, numbering);
  const order = Math.max(...deltas.map(({ seq }) => seq));
  return db.transaction('rw', indexTables(db), async () => {
    const id = await takeRevision(db, revision, order);
    if (id === undefined) return false;
    await writeMerged(db, merged, id, order);
    return true;
  });
}

async function mergeAlike(db: LecternDatabase): Promise<boolean> {
  const tables = [db.indexSegments, db.indexDocuments, db.indexBlocks, db.indexRoot, db.indexDeltas];
  const read = await db.transaction('r', tables, async () => {
    const [segments, { revision }, root] = await Promise.all([
      readWholeSegments(db),
      readRevision(db),
      readRoot(db, 'states'),
    ]);
    const isStale = findStale(segments, root?.states ?? new Uint8Array(0));
    const chosen = chooseRun(segments, isStale);
    if (!chosen) return undefined;
    const inputs = await Promise.all(
      chosen.map(async (segment): Promise<MergeInput> => {
        const [blocks, positions] = await Promise.all([
          readKind(db, segment.id, 'terms'),
          readKind(db, segment.id, 'positions'),
        ]);
        return { documents: segment.documents, blocks, positions, isAlive: (document) => !isStale(segment, document) };
      }),
    );
    return { chosen, inputs, revision };
  });
  if (!read) return false;
  const { chosen, inputs, revision } = read;
  const merged = mergeSegments(inputs);
  const order = Math.max(...chosen.map((segment) => segment.order));
  return db.transaction('rw', indexTables(db), async () => {
    const id = await takeRevision(db, revision);
    if (id === undefined) return false;
    await Promise.all(chosen.map((segment) => deleteSegment(db, segment.id)));
    await writeSegment(db, { id, order }, merged);
    return true;
  });
}

interface WholeSegment extends IndexSegment {
  readonly documents: Documents;
}

/** The oldest first. */
async function readWholeSegments(db: LecternDatabase): Promise<readonly WholeSegment[]> {
  const rows = await db.indexSegments.toArray();
  const whole = await Promise.all(rows.map(async (row) => ({ ...row, documents: await readDocuments(db, row.id) })));
  return whole.sort((a, b) => a.order - b.order);
}

type IsStale = (segment: WholeSegment, document: number) => boolean;

/** A document is stale once a later segment has the same part, or its article was erased. */
function findStale(segments: readonly WholeSegment[], states: Uint8Array): IsStale {
  const orderOf = new Map<number, number>();
  for (const { order, documents } of segments) for (const key of documents.keys) orderOf.set(key, order);
  return ({ order, documents }, document) => {
    const key = documents.keys[document] ?? 0;
    return orderOf.get(key) !== order || ((states[Math.floor(key / PARTS)] ?? 0) & STATE.gone) !== 0;
  };
}

/**
 * Segments one after the other of which none is larger than the first's kind, the oldest there are; or a single one with much that is
 * stale. Newer ones need not be among them: an index made anew begins with hundreds of small ones, of which the last are merged first.
 */
function chooseRun(segments: readonly WholeSegment[], isStale: IsStale): readonly WholeSegment[] | undefined {
  for (const [start, first] of segments.entries()) {
    let bytes = 0;
    const rest = segments.slice(start);
    const end = rest.findIndex(({ byteLength }) => {
      bytes += byteLength;
      return bytes > LARGEST_SEGMENT || tierOf(byteLength) > tierOf(first.byteLength);
    });
    const run = end === -1 ? rest : rest.slice(0, end);
    if (run.length >= MOST_ALIKE) return run;
  }
  const stale = segments.find((segment) => {
    let count = 0;
    const { length } = segment.documents.keys;
    for (let document = 0; document < length; document++) if (isStale(segment, document)) count++;
    return count > length * MOST_STALE;
  });
  return stale ? [stale] : undefined;
}

const tierOf = (bytes: number): number => Math.floor(Math.log2(bytes / 16_384 + 1) / 2);

/** The ranges name the greatest key once: a key that holds one array twice is none (IndexedDB 3.0, 7.4). */
async function deleteSegment(db: LecternDatabase, id: number): Promise<void> {
  await Promise.all([
    db.indexSegments.delete(id),
    db.indexDocuments.where('[segmentId+number]').between([id], [id, Dexie.maxKey]).delete(),
    db.indexBlocks.where('[segmentId+kind+number]').between([id], [id, Dexie.maxKey]).delete(),
    db.indexPrefixes.where('[segmentId+prefix]').between([id], [id, Dexie.maxKey]).delete(),
  ]);
}
