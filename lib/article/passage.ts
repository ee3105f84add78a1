import type { Article } from './article.ts';
import type { Highlight } from './highlight.ts';
import type { ListId, Timestamp } from './ids.ts';
import type { Note } from './note.ts';

/** Something of the reader's own, with where it is from: a mark, or the note on an article as a whole. */
export interface Passage {
  /** The mark's id, or for a note on an article that article's. */
  readonly id: string;
  readonly mark?: Highlight;
  readonly note?: Note;
  readonly article: Article;
  /** Lists and tags of the article; tags also those of the note itself. */
  readonly listIds: readonly ListId[];
  readonly tags: readonly PassageTag[];
  /** When the mark was made, or the note last written. */
  readonly at: Timestamp;
}

export interface PassageTag {
  /** Folded. */
  readonly tagKey: string;
  readonly label: string;
}

/** What the reader wrote of a passage; empty for a mark without a note. */
export const noteOf = ({ mark, note }: Passage): string => mark?.note ?? note?.text ?? '';
