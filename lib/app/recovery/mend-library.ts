import type { ArticleId } from '../../article/ids.ts';
import { rankBetween } from '../../library/rank.ts';
import { type CheckStep, checkLibrary, type TellCheck } from '../../store/check/check-library.ts';
import type { Fault, FaultKind, LibraryCheck } from '../../store/check/faults.ts';
import { readReadable, readReadableLists } from '../../store/check/read-readable.ts';
import { type QuarantinedRow, type Repaired, readQuarantine, repairLibrary } from '../../store/check/repair-library.ts';
import type { Store } from '../../store/database.ts';
import { type Live, live } from '../../store/live.ts';
import { readAllIds } from '../../store/vault-rows.ts';
import type { Sink } from '../../transfer/zip-writer.ts';
import { makeVault, type VaultMaking } from '../transfer/make-vault.ts';

export type { CheckStep, Fault, FaultKind, LibraryCheck, QuarantinedRow, Repaired };

/** What the recovery page does with a library. `readable` is the same database, opened without being upgraded. */
export function createMending(making: VaultMaking, readable: Store) {
  const { store } = making;
  return {
    check: (tell: TellCheck): Promise<LibraryCheck> => checkLibrary(store, tell),
    repair: (tell: TellCheck): Promise<Repaired> =>
      repairLibrary(store, { nextRank: (last) => rankBetween(last, undefined) }, tell),
    quarantine: (): Live<readonly QuarantinedRow[]> => live(() => readQuarantine(store)),
    /** Rows as a text that a person can read; bytes are told by their length. */
    writeQuarantine: async (): Promise<string> => writeRows(await readQuarantine(store)),

    /** Writes what can be read into a vault, around what is damaged, and whatever version the database is of. */
    async saveReadable(
      sink: Sink,
      tell: (done: number, total: number) => void,
    ): Promise<{ readonly articles: number; readonly total: number }> {
      await readable.db.open();
      const total = (await readAllIds(readable)).length;
      const reading = {
        readLists: readReadableLists,
        readRecord: (from: Store, id: ArticleId) => readReadable(from, id),
      };
      const { articles } = await makeVault(
        { ...making, store: readable, reading },
        sink,
        tell,
        new AbortController().signal,
      );
      return { articles, total };
    },
  };
}

function writeRows(rows: readonly QuarantinedRow[]): string {
  const told = (_: string, value: unknown) => (value instanceof Blob ? `(${value.size} bytes)` : value);
  return JSON.stringify(rows, told, 2);
}
