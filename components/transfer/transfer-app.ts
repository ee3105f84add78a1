import type { Live } from '../../lib/app/library.ts';
import type { TextProgress, Texts } from '../../lib/app/texts/texts.ts';
import type { ExportFormat, Exports, MadeFile } from '../../lib/app/transfer/export-desk.ts';
import type { Imports } from '../../lib/app/transfer/imports.ts';
import type { BackupFacts } from '../../lib/article/backup.ts';
import type { ArticleId, Clock } from '../../lib/article/ids.ts';
import type { ImportJob } from '../../lib/article/import-job.ts';
import type { List } from '../../lib/article/list.ts';
import type { Desk } from './desk.ts';

/** All that the import and export page may call; built by its entrypoint. */
export interface TransferApp {
  readonly desk: Desk;
  readonly imports: Imports;
  readonly latest: Live<readonly ImportJob[]>;
  readonly texts: Texts;
  readonly textProgress: Live<TextProgress>;
  /** Asks the reader to let pages be fetched. Must run in the click itself. */
  readonly requestPages: () => Promise<boolean>;
  readonly exports: Exports;
  /** Articles that another page handed over to be exported; empty if none were. */
  readonly handedOver: readonly ArticleId[];
  readonly formats: readonly ExportFormat[];
  /** What may stand in a pattern of file names. */
  readonly patternParts: readonly string[];
  readonly lists: Live<readonly List[]>;
  /** Saves a file as a download. */
  readonly save: (file: MadeFile) => void;
  /** Asks where a vault goes, and opens it there. */
  readonly openVaultFile: (name: string) => Promise<VaultFile | undefined>;
  /** Notes that a vault was made by hand, with the checksums of what it holds. */
  readonly vaultWritten: (checksums: string) => Promise<void>;
  /** Checksums of the last vault made by hand, if there was one. */
  readonly readBase: () => Promise<string | undefined>;
  readonly autoVaults: AutoVaultActs;
  readonly libraryAddress: string;
  readonly now: Clock;
}

/** Vaults that are made by themselves. Acts with a question of the browser's must run in the click itself. */
export interface AutoVaultActs {
  readonly facts: Live<BackupFacts>;
  /** Whether the browser opens folders to an extension; else they are downloads. */
  readonly hasFolders: boolean;
  readonly start: () => Promise<unknown>;
  readonly allow: () => Promise<unknown>;
  readonly now: () => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

/** A file being written, piece by piece. */
export interface VaultFile {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abort: () => Promise<void>;
}
