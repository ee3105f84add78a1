import type { BackupProblem } from '../../article/backup.ts';
import { whyNotWritten } from '../../article/why-not-written.ts';
import type { Store } from '../../store/database.ts';
import { SCHEMA_VERSION } from '../../store/vault-rows.ts';
import { openVault } from '../../transfer/vault/read-vault.ts';
import type { Bytes } from '../../transfer/zip-writer.ts';
import { makeVault, type VaultMaking } from './make-vault.ts';
import { restoreVault } from './restore-vault.ts';

/** Where vaults are kept outside of the profile. */
export interface BackupPlace {
  readonly state: () => Promise<'ready' | 'permission' | 'gone'>;
  readonly open: (name: string) => Promise<BackupFile>;
  /** Names of our vaults there, in any order. */
  readonly list: () => Promise<readonly string[]>;
  readonly remove: (name: string) => Promise<void>;
}

export interface BackupFile {
  readonly write: (bytes: Bytes) => Promise<void>;
  /** Ends the writing and gives what stands there now. */
  readonly close: () => Promise<Blob>;
  readonly abort: () => Promise<void>;
  /** Takes away what `close` gave, where that was a copy. */
  readonly release?: () => Promise<void>;
}

/** An empty library to restore into, which is deleted afterwards. */
export type OpenScratch = () => Promise<{ readonly store: Store; readonly remove: () => Promise<void> }>;

export type BackedUp =
  | { readonly status: 'written'; readonly bytes: number; readonly articles: number }
  | { readonly status: 'failed'; readonly why: BackupProblem['why']; readonly words?: string };

/** How many automatic vaults are kept; the oldest go first. */
export const KEPT_VAULTS = 14;

const NAME = /^lectern-vault-\d{4}-\d{2}-\d{2}-\d{4}\.zip$/;

const isVaultName = (name: string): boolean => NAME.test(name);

/** The newest of the automatic vaults among the names in a folder. */
export const newestVault = (names: readonly string[]): string | undefined =>
  names.filter(isVaultName).toSorted().at(-1);

/** Sorts as the time does: 2030-06-01-0905, in UTC. */
export const vaultNameAt = (time: number): string =>
  `lectern-vault-${new Date(time).toISOString().slice(0, 16).replace('T', '-').replace(':', '')}.zip`;

/**
 * Writes a vault, reads it back, restores it into a scratch library and compares, and only then takes the oldest away. A vault
 * that fails its check is taken away itself; those before it stay.
 */
export async function backUp(making: VaultMaking, place: BackupPlace, openScratch: OpenScratch): Promise<BackedUp> {
  const state = await place.state();
  if (state !== 'ready') return { status: 'failed', why: state };
  const name = vaultNameAt(making.store.now());
  let file: BackupFile | undefined;
  try {
    file = await place.open(name);
    const written = await makeVault(making, file.write, () => undefined, new AbortController().signal);
    const blob = await file.close();
    const { release } = file;
    file = undefined;
    // What can't be taken away now is taken away before the next.
    const fault = await findFault(blob, written.articles, openScratch).finally(() =>
      release?.().catch(() => undefined),
    );
    if (fault !== undefined) {
      await place.remove(name);
      return { status: 'failed', why: 'damaged', words: fault };
    }
    await thin(place);
    return { status: 'written', bytes: written.bytes, articles: written.articles };
  } catch (error) {
    // What ended the writing may keep it from being cleared away too; then a part without a name stays, and no vault.
    await file?.abort().catch(() => undefined);
    return { status: 'failed', why: 'failed', words: whyNotWritten(error) };
  }
}

async function findFault(blob: Blob, articles: number, openScratch: OpenScratch): Promise<string | undefined> {
  const vault = await openVault(blob, SCHEMA_VERSION);
  if (vault.status !== 'opened') return 'It could not be opened.';
  const scratch = await openScratch();
  try {
    const { added, damaged } = await restoreVault(scratch.store, vault, () => undefined);
    const [bad] = damaged;
    if (bad) return `${bad.path}: ${bad.why}`;
    const count = await scratch.store.db.articles.count();
    return added === articles && count === articles ? undefined : `It holds ${count} of ${articles} articles.`;
  } finally {
    await scratch.remove();
  }
}

async function thin(place: BackupPlace): Promise<void> {
  const names = (await place.list()).filter(isVaultName).toSorted();
  for (const name of names.slice(0, Math.max(0, names.length - KEPT_VAULTS))) await place.remove(name);
}
