import type { ArticleId, Timestamp } from './ids.ts';

/** Why the text of a link could not be fetched, for the reader to decide what to do. */
export type TextFailure =
  /** The server says that there is nothing (404, 410), or leads to its front page instead. */
  | 'gone'
  /** It wants a visitor it knows, or a person: 401, 402, 403, 451, or a page that asks to sign in. */
  | 'refused'
  /** No answer, or an error of the server, after all attempts. */
  | 'unreachable'
  | 'too-large'
  | 'no-page'
  /** A page without a text in it that could be told from the rest. */
  | 'no-article'
  /** An address on the reader's own machine or network, or none on the web at all. */
  | 'private';

/** A link whose text is to be fetched. It stays, with the reason, when it could not be. */
export interface TextJob {
  readonly articleId: ArticleId;
  readonly url: string;
  /** `host` of the address: no two jobs of one host run at the same time. */
  readonly host: string;
  readonly state: 'waiting' | 'paused' | 'failed' | 'done';
  /** Not before this time. */
  readonly dueAt: Timestamp;
  readonly attempts: number;
  readonly why?: TextFailure;
  /** With which the server answered last. */
  readonly code?: number;
  readonly updatedAt: Timestamp;
}
