import type { ArticleId } from '../../article/ids.ts';
import { digestDocuments } from '../../search/digest-documents.ts';
import { PARTS } from '../../search/index-part.ts';
import { squeezeLength } from '../../search/squeeze-length.ts';
import type { Store } from '../database.ts';
import { indexableTables, readIndexable } from '../index-anew.ts';
import { numberArticles, readLastNumber } from '../index-numbers.ts';
import { readRevision, readRoot } from '../index-root.ts';
import type { IndexDelta, IndexedPart } from '../index-tables.ts';
import { readDocuments, readKind } from '../segment-rows.ts';
import type { Fault } from './faults.ts';

/** Articles whose texts are packed anew in one transaction. */
const AT_ONCE = 40;
/** A reader who goes on writing while this runs makes it look again, but not for ever. */
const MOST_LOOKS = 3;

/** What the index knows of one part: a digest of its terms, its length and its language. */
type Known = string;

interface IndexAsItIs {
  /** Grows with every write and every merge. */
  readonly moment: string;
  readonly parts: ReadonlyMap<number, Known>;
  readonly states: ReadonlyMap<number, number>;
  readonly numberOf: ReadonlyMap<ArticleId, number>;
  readonly gone: ReadonlySet<ArticleId>;
}

/**
 * Holds the search index against the library: every part of every article is packed anew and compared with what the
 * index has. Gives an entry for each article that it knows wrongly, or whose number is missing or too many.
 */
export async function findIndexFaults(
  store: Store,
  tell: (done: number, total: number) => void,
): Promise<readonly Fault[]> {
  let faults: readonly Fault[] = [];
  for (let look = 0; look < MOST_LOOKS; look++) {
    const index = await readIndex(store);
    faults = await compare(store, index, tell);
    if (faults.length === 0 || (await readMoment(store)) === index.moment) break;
  }
  return faults;
}

async function compare(
  store: Store,
  index: IndexAsItIs,
  tell: (done: number, total: number) => void,
): Promise<readonly Fault[]> {
  const { db } = store;
  const ids = await db.articles.toCollection().primaryKeys();
  const wrong = new Set<ArticleId>();
  const here = new Set(ids);
  for (const [articleId] of index.numberOf)
    if (!here.has(articleId) && !index.gone.has(articleId)) wrong.add(articleId);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const chunk = ids.slice(at, at + AT_ONCE);
    const { parts, states } = await db.transaction('r', indexableTables(db), () => readIndexable(store, chunk));
    for (const part of parts) {
      const number = index.numberOf.get(part.articleId);
      const known = number !== undefined && index.parts.get(number * PARTS + part.part);
      // What holds no term need not be there.
      const isRight = known === undefined ? part.length === 0 && part.block.length === 0 : known === digestOf(part);
      if (!isRight) wrong.add(part.articleId);
    }
    for (const { articleIds, bits } of states) {
      for (const id of articleIds) {
        const number = index.numberOf.get(id);
        if (number === undefined || (index.states.get(number) ?? 0) !== bits) wrong.add(id);
      }
    }
    tell(Math.min(at + AT_ONCE, ids.length), ids.length);
  }
  return [...wrong].map((articleId) => ({ kind: 'index', table: 'indexArticles', articleId }));
}

const digestOf = ({ block, positions, length, language }: IndexedPart): Known =>
  `${digestDocuments([block], [positions], Uint8Array.of(squeezeLength(length)))[0]} ${squeezeLength(length)} ${language}`;

function readIndex(store: Store): Promise<IndexAsItIs> {
  const { db } = store;
  const tables = [db.indexRoot, db.indexDeltas, db.indexSegments, db.indexDocuments, db.indexBlocks, db.indexArticles];
  return db.transaction('r', tables, async () => {
    const [segments, deltas, rows, last, stateRow, moment] = await Promise.all([
      db.indexSegments.orderBy('id').toArray(),
      db.indexDeltas.toArray(),
      db.indexArticles.toArray(),
      readLastNumber(db),
      readRoot(db, 'states'),
      readMoment(store),
    ]);
    const numbered = new Map(rows.map((row) => [row.articleId, row]));
    const { numberOf, changed } = numberArticles(deltas, numbered, last, 0);
    for (const row of changed) numbered.set(row.articleId, row);
    const gone = new Set(
      [...numbered.values()].flatMap(({ articleId, goneAt }) => (goneAt === undefined ? [] : [articleId])),
    );
    const parts = new Map<number, Known>();
    for (const { id } of segments.toSorted((a, b) => a.order - b.order)) {
      const { keys, lengths, languages } = await readDocuments(db, id);
      const digests = digestDocuments(await readKind(db, id, 'terms'), await readKind(db, id, 'positions'), lengths);
      for (const [i, key] of keys.entries()) parts.set(key, `${digests[i]} ${lengths[i]} ${languages[i]}`);
    }
    const states = new Map(stateRow?.states.entries());
    for (const delta of deltas) applyDelta(delta, numberOf, parts, states);
    return { moment, parts, states, numberOf, gone };
  });
}

function applyDelta(
  delta: IndexDelta,
  numberOf: ReadonlyMap<ArticleId, number>,
  parts: Map<number, Known>,
  states: Map<number, number>,
): void {
  for (const part of delta.parts) {
    const number = numberOf.get(part.articleId);
    if (number !== undefined) parts.set(number * PARTS + part.part, digestOf(part));
  }
  for (const { articleIds, bits } of delta.states) {
    for (const id of articleIds) {
      const number = numberOf.get(id);
      if (number !== undefined) states.set(number, bits);
    }
  }
}

async function readMoment({ db }: Store): Promise<string> {
  const [{ revision }, last] = await Promise.all([readRevision(db), db.indexDeltas.orderBy(':id').lastKey()]);
  return `${revision} ${String(last)}`;
}
