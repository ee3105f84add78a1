import { Dexie } from 'dexie';
import type { ArticleId } from '../article/ids.ts';
import { minutesLeft } from '../article/reading-time.ts';
import { PARTS } from '../search/index-part.ts';
import { loadStemmers } from '../search/languages.ts';
import type { Documents } from '../search/merge-segments.ts';
import { type IndexSnapshot, type SegmentDocuments, STATE } from '../search/snapshot.ts';
import type { LecternDatabase, Store } from './database.ts';
import { readColumns } from './index-columns.ts';
import {
  type NumberedArticles,
  type Numbering,
  numberArticles,
  readLastNumber,
  readNumbered,
} from './index-numbers.ts';
import { readRevision, readRoot } from './index-root.ts';
import { type IndexDelta, type IndexSegment, indexTables } from './index-tables.ts';
import { once } from './once.ts';
import { openBlockCache, viewOf, viewOfPart, type WholeView } from './segment-view.ts';

/**
 * Runs work on the index as it stands, in one transaction, so that no merge takes anything away meanwhile. Brief rows of what is
 * found can be read in the same. The work begins while the head of the index is still read, with what needs none.
 */
export type WithIndex = <Result>(work: (reading: Promise<IndexSnapshot>) => Promise<Result>) => Promise<Result>;

type BareSnapshot = Omit<IndexSnapshot, 'readProgress' | 'pace'>;

interface OpenSegment {
  readonly id: number;
  readonly order: number;
  readonly view: WholeView;
}

/** What is as it is until segments are written again. */
type Opened = Pick<Remembered, 'segments' | 'states'>;

/** What a page remembers of the index. Replaced as a whole, so that two queries at once can not mix theirs. */
interface Remembered {
  readonly revision: number;
  readonly lastSeq: number;
  readonly segments: readonly OpenSegment[];
  readonly states: Uint8Array;
  readonly deltas: ReadonlyMap<number, IndexDelta>;
  readonly numbered: NumberedArticles;
  readonly snapshot: BareSnapshot;
}

/** One for each page: search, completion and related articles read the same blocks. */
const sessions = new WeakMap<LecternDatabase, () => Promise<BareSnapshot>>();

/** The index for the queries of a page. What does not change between two of them is read once. */
export function openIndex(store: Store): WithIndex {
  const { db } = store;
  const refresh = sessions.get(db) ?? openSession(db);
  sessions.set(db, refresh);
  // Dexie's own promise: who waits for it goes on outside of the transaction.
  return (work) =>
    new Dexie.Promise((resolve, reject) => {
      const transaction = db.transaction(
        'r',
        [...indexTables(db), db.readings, db.articles, db.lists, db.notes],
        async () => {
          const reading = refresh().then((snapshot): IndexSnapshot => {
            const readProgress = async (wanted: readonly number[]) =>
              minutesOf(store, wanted, await snapshot.readArticleIds(wanted));
            return { ...snapshot, readProgress, pace: store.pace?.() };
          });
          // Work that fails before it asks for the index tells of its own fault.
          reading.catch(() => undefined);
          // What was only read need not wait for the transaction to end.
          resolve(await work(reading));
        },
      );
      transaction.catch(reject);
    });
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
      readLastNumber(db),
      former === undefined ? readSegments([]) : undefined,
    ]);
    if (former && former.revision === revision && added.length === 0) return former.snapshot;
    const isSame = former?.revision === revision;
    const opened = opening ?? (former && isSame ? former : await readSegments(former?.segments ?? []));
    const deltas = new Map(former?.deltas);
    for (const delta of added) deltas.set(delta.seq, delta);
    for (const seq of deltas.keys()) if (seq <= merged) deltas.delete(seq);
    const inOrder = [...deltas.values()].sort((one, other) => one.seq - other.seq);
    // A merge gives numbers, and an index that was made anew gave others.
    const numbered = await readNumbered(db, inOrder, isSame ? former.numbered : undefined);
    const numbering = numberArticles(inOrder, numbered, last, 0);
    const articleCount = last + numbering.fresh.length + 1;
    const snapshot = buildSnapshot(db, { ...opened, deltas: inOrder, numbering, articleCount });
    const lastSeq = Math.max(former?.lastSeq ?? 0, merged, ...deltas.keys());
    const { segments, states } = opened;
    remembered = { revision, lastSeq, segments, states, deltas, numbered, snapshot };
    return snapshot;
  };

  async function readSegments(former: readonly OpenSegment[]): Promise<Opened> {
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
}

interface AsItStands extends Opened {
  /** What is not merged yet, the oldest first. */
  readonly deltas: readonly IndexDelta[];
  readonly numbering: Numbering;
  readonly articleCount: number;
}

function buildSnapshot(db: LecternDatabase, { deltas, numbering, articleCount, ...opened }: AsItStands): BareSnapshot {
  const numberOf = (id: ArticleId) => numbering.numberOf.get(id) ?? 0;
  const lent = new Map(numbering.fresh.map(({ number, articleId }) => [number, articleId]));
  const parts = deltas.flatMap((delta) => delta.parts);
  const views = [
    ...opened.segments.map(({ view }) => view),
    ...parts.map((part) => viewOfPart(part, numberOf(part.articleId))),
  ];
  const stateNow = new Uint8Array(articleCount);
  stateNow.set(opened.states.subarray(0, articleCount));
  for (const delta of deltas) {
    for (const { articleIds, bits } of delta.states) for (const id of articleIds) stateNow[numberOf(id)] = bits;
  }
  // What is said of an article that has no number stands there.
  stateNow[0] = STATE.gone;
  const languages = languagesIn(views);
  return {
    segments: views.map((view, place) => ({ ...view, place })),
    readDocuments: once(async () =>
      withOwners(await Promise.all(views.map((view) => view.readDocuments())), articleCount),
    ),
    articleCount,
    states: stateNow,
    languages,
    async readStemmers() {
      const loading = loadStemmers(languages);
      // A file is not the database's to wait for: without this the transaction ends meanwhile.
      if (loading) await Dexie.waitFor(loading);
    },
    readColumns: once(() => readColumns(db, articleCount, parts, numberOf)),
    async readArticleIds(numbers) {
      const rows = await db.indexArticles.bulkGet([...numbers]);
      return numbers.map((number, i) => rows[i]?.articleId ?? lent.get(number));
    },
    readNumber: async (articleId) =>
      numbering.numberOf.get(articleId) ??
      (await db.indexArticles.where('articleId').equals(articleId).first())?.number,
  };
}

function languagesIn(views: readonly WholeView[]): number {
  const bits = views.reduce((all, { languages }) => all | languages, 0);
  // A document of no known language may be in any, and English is the likeliest.
  return (bits & 1) === 0 ? bits : bits | 2;
}

/** Lets each segment know which of its documents a later one has anew. */
function withOwners(all: readonly Documents[], articleCount: number): readonly SegmentDocuments[] {
  const owners = new Uint16Array(articleCount * PARTS);
  // Not the first, which holds most of a library: what no other has is its own.
  for (let place = 1; place < all.length; place++) {
    const keys = all[place]?.keys ?? [];
    for (let document = 0; document < keys.length; document++) owners[keys[document] as number] = place;
  }
  return all.map(({ keys, lengths, languages }, place) => ({ keys, lengths, languages, place, owners }));
}

async function minutesOf(
  { db, pace }: Store,
  numbers: readonly number[],
  ids: readonly (ArticleId | undefined)[],
): Promise<ReadonlyMap<number, number>> {
  const keys = ids.flatMap((id) => id ?? []);
  const [readings, articles] = await Promise.all([db.readings.bulkGet(keys), db.articles.bulkGet(keys)]);
  const minutes = new Map<ArticleId, number>();
  for (const [i, article] of articles.entries()) {
    const reading = readings[i];
    if (article && reading && article.wordCount > 0)
      minutes.set(article.id, minutesLeft(article.wordCount, reading.progress, pace?.()));
  }
  return new Map(
    numbers.flatMap((number, i) => {
      const id = ids[i];
      const left = id && minutes.get(id);
      return left === undefined ? [] : [[number, left] as const];
    }),
  );
}
