/** Where to look for a word: anywhere, or in one field of the text. */
export type Where = 'anywhere' | 'author' | 'site';

/** One word to be found at a place of a phrase. */
export interface Slot {
  readonly term: string;
  /** Words after the first of the phrase. */
  readonly offset: number;
  /** Whether a term may go on after it. */
  readonly isPrefix: boolean;
}

export type State = 'unread' | 'reading' | 'finished' | 'favourite' | 'archived' | 'trashed';
export type Having = 'note' | 'mark' | 'picture' | 'code' | 'text';

/** What a query asks for, as a tree. */
export type Query =
  | { readonly kind: 'all'; readonly of: readonly Query[] }
  | { readonly kind: 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  | { readonly kind: 'word'; readonly term: string; readonly isPrefix: boolean; readonly where: Where }
  | { readonly kind: 'phrase'; readonly slots: readonly Slot[]; readonly typed: string }
  /** The words in any order, none further from another than `within`. */
  | { readonly kind: 'near'; readonly terms: readonly string[]; readonly within: number }
  | { readonly kind: 'key'; readonly term: string }
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'having'; readonly having: Having }
  | { readonly kind: 'language'; readonly language: string }
  /** Days since the epoch in the reader's time zone, the last one excluded. */
  | { readonly kind: 'dates'; readonly of: 'published' | 'saved'; readonly from: number; readonly to: number }
  | { readonly kind: 'minutes'; readonly of: 'all' | 'left'; readonly least: number; readonly most: number };

/** Something in a query that was understood otherwise than it may have been meant. */
export interface Hint {
  readonly kind: 'unknown-operator' | 'unknown-value' | 'no-such-list' | 'open-quote';
  /** One sentence. */
  readonly sentence: string;
}

export interface ParsedQuery {
  readonly query: Query;
  readonly hints: readonly Hint[];
}
