/** Why Lectern asked something of the network. */
export type RequestReason = 'picture' | 'text';

/** One request that Lectern made, as the reader may see it. It is written down before it is made. */
export interface RequestRecord {
  /** In the order in which they were made. */
  readonly id: number;
  readonly url: string;
  readonly reason: RequestReason;
  /** Milliseconds since the epoch. */
  readonly askedAt: number;
  /** How it ended, in a word of whoever made it; absent until it did, or where the browser was closed first. */
  readonly outcome?: string;
}
