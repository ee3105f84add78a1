import type { Table } from 'dexie';
import type { Timestamp } from '../article/ids.ts';
import type { Store } from './database.ts';
import type { DraftBox, Typed } from './drafts.ts';

/** What was typed on an article, a mark or a list that another window erased at that moment: it stands beside the database alone. */
export interface StrandedNote {
  readonly text: string;
  readonly typedAt: Timestamp;
  readonly forget: () => void;
  /** Puts it back after it was forgotten. */
  readonly restore: () => void;
}

/** The latest first. Each stays until the reader throws it away, or a vault brings back what it was typed on. */
export async function readStrandedNotes({
  db,
  drafts,
  markDrafts,
  listDrafts,
}: Store): Promise<readonly StrandedNote[]> {
  const found = await Promise.all([
    strandedIn(drafts, db.articles, ({ articleId }) => articleId),
    strandedIn(markDrafts, db.highlights, ({ highlightId }) => highlightId),
    strandedIn(listDrafts, db.lists, ({ listId }) => listId),
  ]);
  return found.flat().sort((a, b) => b.typedAt - a.typedAt);
}

async function strandedIn<Id extends string, Row extends Typed>(
  box: DraftBox<Id, Row> | undefined,
  table: Pick<Table<unknown, Id>, 'bulkGet'>,
  idOf: (row: Row) => Id,
): Promise<readonly StrandedNote[]> {
  const rows = (box?.readAll() ?? []).filter(({ text }) => text.trim() !== '');
  const here = await table.bulkGet(rows.map(idOf));
  return rows
    .filter((_, i) => here[i] === undefined)
    .map((row) => ({
      text: row.text,
      typedAt: row.updatedAt,
      forget: () => box?.remove(idOf(row), row.updatedAt, row.text),
      restore: () => box?.put(row, row.former),
    }));
}
