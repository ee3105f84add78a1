import type { ArticleId } from '../article/ids.ts';
import { minutesLeft } from '../article/reading-time.ts';
import { encodeTerm, openWriter } from '../search/bytes.ts';
import { PARTS, writeTerm } from '../search/index-part.ts';
import { termsInBlock } from '../search/read-block.ts';
import type { IndexSnapshot, SegmentView } from '../search/snapshot.ts';
import { squeezeLength } from '../search/squeeze-length.ts';
import type { Store } from './database.ts';
import { readRevision, readRoot } from './index-root.ts';
import type { BlockKind, IndexDelta, IndexEntry, IndexedPart, IndexSegment } from './index-tables.ts';

/** Blocks kept in memory between two queries, in bytes: as one types, the next query reads much of what the last one read. */
const MOST_CACHED = 12 * 1024 * 1024;

/** Runs work on the index as it stands, in one transaction, so that no merge takes anything away meanwhile. */
export type WithIndex = <Result>(work: (snapshot: IndexSnapshot) => Promise<Result>) => Promise<Result>;

/** Opens the index for the queries of one page. What does not change between two of them is read once. */
export function openIndexSession(store: Store): WithIndex {
  const { db } = store;
  const cache = openCache();
  let segments: readonly { readonly id: number; readonly order: number; readonly view: SegmentView }[] = [];
  const numbers = new Map<ArticleId, number>();
  const deltas = new Map<number, IndexDelta>();
  let revision = -1;
  let lastSeq = 0;
  let states = new Uint8Array(0);
  let snapshot: IndexSnapshot | undefined;

  async function refresh(): Promise<IndexSnapshot> {
    // A page's first search waits for each answer of the database in turn, so all that it may need is asked for at once.
    const opening = snapshot === undefined ? readSegments() : undefined;
    const [present, added] = await Promise.all([
      readRevision(db),
      db.indexDeltas.where('seq').above(lastSeq).toArray(),
      opening,
    ]);
    if (snapshot && revision === present.revision && added.length === 0) return snapshot;
    if (revision !== present.revision) {
      if (opening === undefined) await readSegments();
      // An index that was made anew gave other numbers.
      numbers.clear();
      revision = present.revision;
    }
    for (const delta of added) deltas.set(delta.seq, delta);
    for (const seq of deltas.keys()) if (seq <= present.merged) deltas.delete(seq);
    lastSeq = Math.max(lastSeq, present.merged, ...deltas.keys());
    const [last] = await Promise.all([db.indexArticles.orderBy(':id').lastKey(), readNumbers()]);
    snapshot = buildSnapshot((typeof last === 'number' ? last : 0) + 1);
    return snapshot;
  }

  async function readSegments(): Promise<void> {
    const former = new Map(segments.map((segment) => [segment.id, segment]));
    const [rows, row, ids] = await Promise.all([
      readFreshSegments(former),
      readRoot(db, 'states'),
      db.indexSegments.toCollection().primaryKeys(),
    ]);
    const fresh = rows.flatMap((segment) =>
      segment ? [{ id: segment.id, order: segment.order, view: viewOf(store, segment, cache) }] : [],
    );
    segments = [...segments.filter(({ id }) => ids.includes(id)), ...fresh].sort((a, b) => a.order - b.order);
    states = row?.states ?? new Uint8Array(0);
  }

  async function readFreshSegments(
    former: ReadonlyMap<number, unknown>,
  ): Promise<readonly (IndexSegment | undefined)[]> {
    if (former.size === 0) return db.indexSegments.toArray();
    const ids = await db.indexSegments.toCollection().primaryKeys();
    return db.indexSegments.bulkGet(ids.filter((id) => !former.has(id)));
  }

  async function readNumbers(): Promise<void> {
    const wanted = new Set([...deltas.values()].flatMap(idsIn).filter((id) => !numbers.has(id)));
    if (wanted.size === 0) return;
    const found = await db.indexArticles
      .where('articleId')
      .anyOf([...wanted])
      .toArray();
    for (const { articleId, number } of found) numbers.set(articleId, number);
  }

  function buildSnapshot(articleCount: number): IndexSnapshot {
    const numberOf = (id: ArticleId) => numbers.get(id) ?? 0;
    const inOrder = [...deltas].sort(([one], [other]) => one - other).map(([, delta]) => delta);
    const parts = inOrder.flatMap((delta) => delta.parts);
    const views = [
      ...segments.map(({ view }) => view),
      ...parts.map((part) => viewOfPart(part, numberOf(part.articleId))),
    ];
    const stateNow = new Uint8Array(articleCount);
    stateNow.set(states.subarray(0, articleCount));
    for (const delta of inOrder) {
      for (const { articleIds, bits } of delta.states) for (const id of articleIds) stateNow[numberOf(id)] = bits;
    }
    return {
      segments: withOwners(views, articleCount),
      articleCount,
      states: stateNow,
      readColumns: once(() => readColumns(store, articleCount, parts, numberOf)),
      readProgress: (wanted) => readProgress(store, wanted),
      pace: store.pace?.(),
    };
  }

  const tables = [db.indexRoot, db.indexDeltas, db.indexSegments, db.indexBlocks, db.indexPrefixes, db.indexArticles];
  return (work) =>
    db.transaction('r', [...tables, db.readings, db.articles, db.lists], async () => work(await refresh()));
}

/** The articles that a delta says something of. */
export const idsIn = ({ parts, states }: IndexEntry): readonly ArticleId[] => [
  ...parts.map(({ articleId }) => articleId),
  ...states.flatMap(({ articleIds }) => articleIds),
];

/** Lets each document know whether a later segment has the same part of the same article. */
function withOwners(views: readonly SegmentView[], articleCount: number): readonly SegmentView[] {
  const owners = new Uint16Array(articleCount * PARTS);
  for (const [i, { documents }] of views.entries()) for (const key of documents.keys) owners[key] = i;
  return views.map((view, i) => ({
    ...view,
    isPresent: (document) => owners[view.documents.keys[document] ?? 0] === i,
  }));
}

interface Cache {
  readonly get: (key: string) => Uint8Array | undefined;
  readonly set: (key: string, bytes: Uint8Array) => void;
}

/** Forgets what was used longest ago. */
function openCache(): Cache {
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

function viewOf({ db }: Store, segment: IndexSegment, cache: Cache): SegmentView {
  const { id, keys, lengths, languages } = segment;
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
    documents: { keys, lengths, languages },
    firstTerms: segment.firstTerms === '' ? [] : segment.firstTerms.split('\n'),
    isPresent: () => true,
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

function viewOfPart({ part, language, length, block, positions }: IndexedPart, number: number): SegmentView {
  return {
    documents: {
      keys: Uint32Array.of(number * PARTS + part),
      lengths: Uint8Array.of(squeezeLength(length)),
      languages: Uint8Array.of(language),
    },
    firstTerms: [''],
    isPresent: () => true,
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

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  let value: Value | undefined;
  return async () => {
    // Not the promise itself: it belongs to the transaction it was made in.
    if (value !== undefined) return value;
    made = make();
    value = await made;
    return value;
  };
}

async function readColumns(
  { db }: Store,
  articleCount: number,
  parts: readonly IndexedPart[],
  numberOf: (id: ArticleId) => number,
) {
  const stored = await readRoot(db, 'columns');
  const columns = {
    savedAt: new Uint32Array(articleCount),
    publishedOn: new Uint32Array(articleCount),
    wordCounts: new Uint32Array(articleCount),
    languages: new Uint8Array(articleCount),
    contents: new Uint8Array(articleCount),
  };
  if (stored) {
    for (const name of ['savedAt', 'publishedOn', 'wordCounts', 'languages', 'contents'] as const) {
      columns[name].set(stored[name].subarray(0, articleCount));
    }
  }
  for (const part of parts) writeColumns(columns, numberOf(part.articleId), part);
  return columns;
}

interface Columns {
  readonly savedAt: Uint32Array;
  readonly publishedOn: Uint32Array;
  readonly wordCounts: Uint32Array;
  readonly languages: Uint8Array;
  readonly contents: Uint8Array;
}

export function writeColumns(columns: Columns, number: number, { columns: given, language }: IndexedPart): void {
  if (!given) return;
  columns.savedAt[number] = given.savedAt;
  columns.publishedOn[number] = given.publishedOn;
  columns.wordCounts[number] = given.wordCount;
  columns.contents[number] = given.contents;
  columns.languages[number] = language;
}

async function readProgress(store: Store, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { db } = store;
  // A number that stands for no article any more has no row.
  const rows = (await db.indexArticles.bulkGet([...numbers])).filter((row) => row !== undefined);
  const ids = rows.map(({ articleId }) => articleId);
  const [readings, articles] = await Promise.all([db.readings.bulkGet(ids), db.articles.bulkGet(ids)]);
  return new Map(
    rows.flatMap(({ number }, i) => {
      const [reading, article] = [readings[i], articles[i]];
      if (!reading || !article || article.wordCount === 0) return [];
      return [[number, minutesLeft(article.wordCount, reading.progress, store.pace?.())] as const];
    }),
  );
}

/** The articles of numbers of the index, in their order. */
export async function readArticleIds({ db }: Store, numbers: readonly number[]): Promise<readonly ArticleId[]> {
  const rows = await db.indexArticles.bulkGet([...numbers]);
  return rows.flatMap((row) => row?.articleId ?? []);
}
