import type { Live } from '../../lib/app/library.ts';
import type { Imports } from '../../lib/app/transfer/imports.ts';
import type { Clock } from '../../lib/article/ids.ts';
import type { ImportJob } from '../../lib/article/import-job.ts';
import type { Desk } from './desk.ts';

/** All that the import and export page may call; built by its entrypoint. */
export interface TransferApp {
  readonly desk: Desk;
  readonly imports: Imports;
  readonly latest: Live<readonly ImportJob[]>;
  readonly libraryAddress: string;
  readonly now: Clock;
}
