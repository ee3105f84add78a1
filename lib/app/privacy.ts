import type { RequestRecord } from '../article/request-record.ts';
import type { Live } from '../store/live.ts';

/** In bytes; absent where the browser does not tell. */
export interface Room {
  readonly used?: number;
  readonly free?: number;
}

/** What the privacy page shows and does. */
export interface Privacy {
  /** The newest 200, newest first. */
  readonly requests: () => Live<readonly RequestRecord[]>;
  readonly clearRequests: () => Promise<void>;
  /** Bytes of all that Lectern keeps, and bytes the browser would still give it, as it estimates them. */
  readonly readRoom: () => Promise<Room>;
  /** Erases the library, the log, the settings and the permission. @throws if something of it can't be erased. */
  readonly eraseEverything: () => Promise<void>;
}
