import type { ReadonlySignal } from '@preact/signals';
import type { Live } from '../../lib/app/library.ts';
import type { LibraryHealth } from '../../lib/app/library-health.ts';
import type { CheckStep, LibraryCheck, QuarantinedRow, Repaired } from '../../lib/app/recovery/mend-library.ts';
import type { BackupFacts } from '../../lib/article/backup.ts';
import type { Desk } from './desk.ts';
import type { VaultFile } from './transfer-app.ts';

export type Tell = (step: CheckStep, done: number, total: number) => void;

/** All that the recovery page may call; built by its entrypoint. */
export interface RecoveryApp {
  /** `undefined` until it was looked at. */
  readonly health: ReadonlySignal<LibraryHealth | undefined>;
  readonly check: (tell: Tell) => Promise<LibraryCheck>;
  readonly repair: (tell: Tell) => Promise<Repaired>;
  /** Goes on with what is here, and forgets what was. */
  readonly accept: () => Promise<unknown>;
  /** Throws away a database that can't be opened, and loads the page again. Must run in the click itself. */
  readonly makeNewDatabase: () => Promise<void>;
  readonly openVaultFile: (name: string) => Promise<VaultFile | undefined>;
  /** Writes everything that can be read into a vault. Gives how many articles are in it, of how many. */
  readonly saveReadable: (
    file: VaultFile,
    tell: (done: number, total: number) => void,
  ) => Promise<{ readonly articles: number; readonly total: number }>;
  readonly quarantine: Live<readonly QuarantinedRow[]>;
  readonly saveQuarantine: () => Promise<void>;
  /** What is known of the vaults that are made by themselves. */
  readonly backup: Live<BackupFacts>;
  /** Reads the newest of them, for the desk. Gives whether there is one that may be read. Must run in the click itself. */
  readonly readLastVault: () => Promise<boolean>;
  /** Reads a vault and brings it back. */
  readonly desk: Desk;
  readonly libraryAddress: string;
  readonly now: () => number;
}
