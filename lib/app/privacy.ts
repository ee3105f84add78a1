import type { RequestRecord } from '../article/request-record.ts';
import type { Live } from '../store/live.ts';

/** What the privacy page shows and does. */
export interface Privacy {
  /** The newest 200, newest first. */
  readonly requests: () => Live<readonly RequestRecord[]>;
  readonly clearRequests: () => Promise<void>;
  /** Bytes of all that Lectern keeps, as the browser estimates them; `undefined` if it does not tell. */
  readonly usedBytes: () => Promise<number | undefined>;
  /** Erases the library, the log, the settings and the permission. @throws if something of it can't be erased. */
  readonly eraseEverything: () => Promise<void>;
}
