import type { ArticleId } from '../article/ids.ts';
import type { LecternDatabase } from './database.ts';
import type { IndexArticle, IndexIds } from './index-tables.ts';

// The ids of articles by their numbers, side by side, so that a search has those of what it found by one request for all. What is
// true stands in `indexArticles`: an id that is no UUID of small letters stands there alone.

const BYTES = 16;
/** Numbers in one row. Chromium keeps a value of 64 KB and more in a file of its own, which takes a millisecond to open. */
const IN_ROW = 3072;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DIGITS = '0123456789abcdef';

/** Rows of `indexIds`, by their place. */
export type IdRows = readonly Uint8Array[];

export async function readIdRows({ indexIds }: Pick<LecternDatabase, 'indexIds'>): Promise<IdRows> {
  const rows: Uint8Array[] = [];
  for (const { row, bytes } of await indexIds.toArray()) rows[row] = bytes;
  return rows;
}

/** The id of a number; `undefined` where none stands here. */
export function idAt(rows: IdRows, number: number): ArticleId | undefined {
  const bytes = rows[Math.floor(number / IN_ROW)];
  const from = (number % IN_ROW) * BYTES;
  if (bytes === undefined || from + BYTES > bytes.length) return undefined;
  let id = '';
  let isThere = false;
  for (let at = 0; at < BYTES; at++) {
    const byte = bytes[from + at] as number;
    if (byte !== 0) isThere = true;
    if (at === 4 || at === 6 || at === 8 || at === 10) id += '-';
    id += (DIGITS[byte >> 4] ?? '') + (DIGITS[byte & 15] ?? '');
  }
  return isThere ? (id as ArticleId) : undefined;
}

/** All that stand here, with their numbers. */
export function* eachId(rows: IdRows): Iterable<readonly [ArticleId, number]> {
  for (let number = 0; number < rows.length * IN_ROW; number++) {
    const id = idAt(rows, number);
    if (id) yield [id, number];
  }
}

/** Puts the ids of articles that got their numbers beside the others, inside the caller's transaction. */
export async function writeIds({ indexIds }: LecternDatabase, fresh: readonly IndexArticle[]): Promise<void> {
  const byRow = Map.groupBy(fresh, ({ number }) => Math.floor(number / IN_ROW));
  const rows = [...byRow.keys()];
  const former = await indexIds.bulkGet(rows);
  await indexIds.bulkPut(rows.map((row, i) => withIds(row, former[i]?.bytes, byRow.get(row) ?? [])));
}

/** Makes all rows anew from what is true. */
export async function writeAllIds(db: LecternDatabase): Promise<void> {
  await db.indexIds.clear();
  await writeIds(db, await db.indexArticles.toArray());
}

function withIds(row: number, former: Uint8Array = new Uint8Array(0), added: readonly IndexArticle[]): IndexIds {
  const places = added.map(({ number }) => number % IN_ROW);
  const bytes = new Uint8Array(Math.max(former.length, (Math.max(...places) + 1) * BYTES));
  bytes.set(former);
  for (const [i, { articleId }] of added.entries()) {
    const from = (places[i] as number) * BYTES;
    bytes.fill(0, from, from + BYTES);
    if (!UUID.test(articleId)) continue;
    const digits = articleId.replaceAll('-', '');
    for (let at = 0; at < BYTES; at++) bytes[from + at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  }
  return { row, bytes };
}
