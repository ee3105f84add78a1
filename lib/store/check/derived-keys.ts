import type { Highlight } from '../../article/highlight.ts';
import type { ListEntry, Tagging } from '../../article/list.ts';
import type { Note } from '../../article/note.ts';
import { type Reading, shelvesOf } from '../../article/reading.ts';
import { derivedFrom } from '../highlights.ts';

export type DerivedRow = Reading | ListEntry | Tagging | Note | Highlight;

/** A row with what is derived of its other fields made anew. `table` is the one that it stands in. */
export function withDerived(table: string, row: DerivedRow, isTrashed: boolean): DerivedRow {
  if (table === 'readings') return { ...row, shelves: shelvesOf(row as Reading) } as Reading;
  if (table === 'listEntries') {
    const { shownRank: _, ...entry } = row as ListEntry;
    return isTrashed || entry.removedAt !== undefined ? entry : { ...entry, shownRank: entry.rank };
  }
  if (table === 'taggings') {
    const { shownKey: _, ...tagging } = row as Tagging;
    return isTrashed || tagging.removedAt !== undefined ? tagging : { ...tagging, shownKey: tagging.tagKey };
  }
  if (table === 'notes') {
    const { shownAt: _, ...note } = row as Note;
    return isTrashed || note.text.trim() === '' ? note : { ...note, shownAt: note.updatedAt };
  }
  const { shownAt: _, ...mark } = row as Highlight;
  const renewed = { ...mark, ...derivedFrom(mark.note) };
  return isTrashed || mark.deletedAt !== undefined ? renewed : { ...renewed, shownAt: mark.createdAt };
}
