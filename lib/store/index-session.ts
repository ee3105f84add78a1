import { Dexie } from 'dexie';
import type { ArticleId } from '../article/ids.ts';
import { minutesLeft } from '../article/reading-time.ts';
import { PARTS } from '../search/index-part.ts';
import { LANGUAGE_COUNT } from '../search/language-numbers.ts';
import { loadStemmers } from '../search/languages.ts';
import type { IndexSnapshot, SegmentView } from '../search/snapshot.ts';
import type { LecternDatabase, Store } from './database.ts';
import { readColumns } from './index-columns.ts';
import { readRevision, readRoot } from './index-root.ts';
import type { IndexDelta, IndexEntry, IndexSegment } from './index-tables.ts';
import { openBlockCache, viewOf, viewOfPart, type WholeView } from './segment-view.ts';

/**
 * Runs work on the index as it stands, in one transaction, so that no merge takes anything away meanwhile. Brief rows of what is
 * found can be read in the same.
 */
export type WithIndex = <Result>(work: (snapshot: IndexSnapshot) => Promise<Result>) => Promise<Result>;

type BareSnapshot = Omit<IndexSnapshot, 'readProgress' | 'pace'>;

interface OpenSegment {
  readonly id: number;
  readonly order: number;
  readonly view: WholeView;
}

/** What a page remembers of the index. Replaced as a whole, so that two queries at once can not mix theirs. */
interface Remembered {
  readonly revision: number;
  readonly lastSeq: number;
  readonly segments: readonly OpenSegment[];
  readonly states: Uint8Array;
  readonly deltas: ReadonlyMap<number, IndexDelta>;
  readonly numbers: ReadonlyMap<ArticleId, number>;
  readonly snapshot: BareSnapshot;
}

/** One for each page: search, completion and related articles read the same blocks. */
const sessions = new WeakMap<LecternDatabase, () => Promise<BareSnapshot>>();

/** The index for the queries of a page. What does not change between two of them is read once. */
export function openIndex(store: Store): WithIndex {
  const { db } = store;
  const refresh = sessions.get(db) ?? openSession(db);
  sessions.set(db, refresh);
  const tables = [db.indexRoot, db.indexDeltas, db.indexSegments, db.indexBlocks, db.indexPrefixes, db.indexArticles];
  return (work) =>
    db.transaction('r', [...tables, db.readings, db.articles, db.lists, db.notes], async () =>
      work({
        ...(await refresh()),
        readProgress: (wanted) => readProgress(store, wanted),
        pace: store.pace?.(),
      }),
    );
}

/** Gives what brings the page's memory of the index up to date. Call that inside a transaction on all its tables. */
function openSession(db: LecternDatabase): () => Promise<BareSnapshot> {
  const cache = openBlockCache();
  let remembered: Remembered | undefined;

  return async () => {
    const former = remembered;
    // A page's first search waits for each answer of the database in turn, so all that it may need is asked for at once.
    const [{ revision, merged }, added, last, opening] = await Promise.all([
      readRevision(db),
      db.indexDeltas
        .where('seq')
        .above(former?.lastSeq ?? 0)
        .toArray(),
      db.indexArticles.orderBy(':id').lastKey(),
      former === undefined ? readSegments([]) : undefined,
    ]);
    if (former && former.revision === revision && added.length === 0) return former.snapshot;
    const isSame = former?.revision === revision;
    const { segments, states } = opening ?? (former && isSame ? former : await readSegments(former?.segments ?? []));
    const deltas = new Map(former?.deltas);
    for (const delta of added) deltas.set(delta.seq, delta);
    for (const seq of deltas.keys()) if (seq <= merged) deltas.delete(seq);
    // An index that was made anew gave other numbers.
    const numbers = await readNumbers(deltas.values(), isSame ? former.numbers : new Map());
    const articleCount = (typeof last === 'number' ? last : 0) + 1;
    const snapshot = buildSnapshot(db, { segments, states, deltas, numbers, articleCount });
    const lastSeq = Math.max(former?.lastSeq ?? 0, merged, ...deltas.keys());
    remembered = { revision, lastSeq, segments, states, deltas, numbers, snapshot };
    return snapshot;
  };

  async function readSegments(former: readonly OpenSegment[]): Promise<Pick<Remembered, 'segments' | 'states'>> {
    const [{ rows, kept }, row] = await Promise.all([readFreshSegments(former), readRoot(db, 'states')]);
    const fresh = rows.flatMap((segment) =>
      segment ? [{ id: segment.id, order: segment.order, view: viewOf(db, segment, cache) }] : [],
    );
    return {
      segments: [...kept, ...fresh].sort((a, b) => a.order - b.order),
      states: row?.states ?? new Uint8Array(0),
    };
  }

  async function readFreshSegments(former: readonly OpenSegment[]): Promise<{
    readonly rows: readonly (IndexSegment | undefined)[];
    readonly kept: readonly OpenSegment[];
  }> {
    if (former.length === 0) return { rows: await db.indexSegments.toArray(), kept: [] };
    const ids = await db.indexSegments.toCollection().primaryKeys();
    const kept = former.filter(({ id }) => ids.includes(id));
    const known = new Set(kept.map(({ id }) => id));
    return { rows: await db.indexSegments.bulkGet(ids.filter((id) => !known.has(id))), kept };
  }

  async function readNumbers(
    deltas: Iterable<IndexDelta>,
    known: ReadonlyMap<ArticleId, number>,
  ): Promise<ReadonlyMap<ArticleId, number>> {
    const wanted = new Set([...deltas].flatMap(idsIn).filter((id) => !known.has(id)));
    if (wanted.size === 0) return known;
    const found = await db.indexArticles
      .where('articleId')
      .anyOf([...wanted])
      .toArray();
    const numbers = new Map(known);
    for (const { articleId, number } of found) numbers.set(articleId, number);
    return numbers;
  }
}

function buildSnapshot(
  db: LecternDatabase,
  {
    segments,
    states,
    deltas,
    numbers,
    articleCount,
  }: Pick<Remembered, 'segments' | 'states' | 'deltas' | 'numbers'> & { readonly articleCount: number },
): BareSnapshot {
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
  const languages = languagesIn(views);
  return {
    segments: withOwners(views, articleCount),
    articleCount,
    states: stateNow,
    languages,
    async readStemmers() {
      const loading = loadStemmers(languages);
      // A file is not the database's to wait for: without this the transaction ends meanwhile.
      if (loading) await Dexie.waitFor(loading);
    },
    readColumns: once(() => readColumns(db, articleCount, parts, numberOf)),
  };
}

/** The articles that a delta says something of. */
export const idsIn = ({ parts, states }: IndexEntry): readonly ArticleId[] => [
  ...parts.map(({ articleId }) => articleId),
  ...states.flatMap(({ articleIds }) => articleIds),
];

function languagesIn(segments: readonly WholeView[]): number {
  let bits = 0;
  for (const { documents } of segments) {
    // The browser's own search: a page's first query looks at every document here, in code that is not compiled yet.
    for (let number = 0; number < LANGUAGE_COUNT; number++) {
      if ((bits & (1 << number)) === 0 && documents.languages.includes(number)) bits |= 1 << number;
    }
  }
  // A document of no known language may be in any, and English is the likeliest.
  return (bits & 1) === 0 ? bits : bits | 2;
}

/** Lets each document know whether a later segment has the same part of the same article. */
function withOwners(views: readonly WholeView[], articleCount: number): readonly SegmentView[] {
  const owners = new Uint16Array(articleCount * PARTS);
  let isAnyAnew = false;
  for (const [i, { documents }] of views.entries()) {
    const { keys } = documents;
    for (let document = 0; document < keys.length; document++) {
      const key = keys[document] as number;
      if (owners[key] !== 0) isAnyAnew = true;
      owners[key] = i + 1;
    }
  }
  return views.map((view, i) => {
    const { keys } = view.documents;
    const present = new Uint8Array(keys.length).fill(1);
    for (let document = 0; isAnyAnew && document < keys.length; document++) {
      if (owners[keys[document] as number] !== i + 1) present[document] = 0;
    }
    return { ...view, present };
  });
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
