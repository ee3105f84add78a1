import type { ArticleId, ListId, Timestamp } from './ids.ts';

/** The five colours of marks, and of lists. */
export const COLOURS = ['amber', 'green', 'blue', 'rose', 'violet'] as const;
export type Colour = (typeof COLOURS)[number];

/** A reading list the reader made. */
export interface List {
  readonly id: ListId;
  readonly name: string;
  readonly colour: Colour;
  /** One character of the reader's choice, such as an emoji, on the dot of its colour. */
  readonly icon?: string;
  /** Set for a search that was kept: it shows what it finds, and holds no entries. */
  readonly query?: string;
  /** The list inside of which it stands; one level deep. */
  readonly parentId?: ListId;
  /** What the reader wrote about it. */
  readonly note?: string;
  /** When the note was last typed. */
  readonly notedAt?: Timestamp;
  /** Order among lists: compared as text, see `lib/library/rank.ts`. */
  readonly rank: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  /** Set while the list is deleted. Its entries stay, so undo brings them back. */
  readonly deletedAt?: Timestamp;
}

/** Membership of one article in one list. Taking it off sets `removedAt`; the row stays. */
export interface ListEntry {
  readonly listId: ListId;
  readonly articleId: ArticleId;
  /** Order within the list, compared as text. */
  readonly rank: string;
  /** Equal to `rank` while the entry counts (not removed, article not in the trash), absent otherwise: a sparse index. */
  readonly shownRank?: string;
  readonly addedAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly removedAt?: Timestamp;
}

/** One tag on one article. The tag itself is no record: it exists while something carries it. */
export interface Tagging {
  readonly articleId: ArticleId;
  /** Folded form (`foldText`), decides sameness. */
  readonly tagKey: string;
  /** As the reader typed it first. */
  readonly label: string;
  /** The colour the reader gave the tag: the same on all that carry it, as the label is. */
  readonly colour?: Colour;
  /** Equal to `tagKey` while the tagging counts, absent once removed or while the article is in the trash: a sparse index. */
  readonly shownKey?: string;
  readonly addedAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly removedAt?: Timestamp;
}

/** Sorts what is ordered by hand. */
export const byRank = (a: { readonly rank: string }, b: { readonly rank: string }): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0;
