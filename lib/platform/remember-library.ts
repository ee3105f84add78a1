import { browser } from 'wxt/browser';

// What is known of the library outside of its database, so that one that was emptied is noticed.
const KEY = 'library';
const WALK = 'libraryWalk';
/** The page that checks the library, and brings it back. Not in `own-pages.ts`, which the popup loads. */
export const RECOVERY_PATH = '/recovery.html';

/** Kept until the browser ends: one page about a lost library is help, one at every start of the worker a plague. */
const TOLD = 'recoveryShown';

const read = async (key: string): Promise<unknown> => (await browser.storage.local.get(key))[key];

export const libraryMemory = {
  read: () => read(KEY),
  write: (remembered: object): Promise<void> => browser.storage.local.set({ [KEY]: remembered }),
  readWalk: () => read(WALK),
  writeWalk: (walk: object): Promise<void> => browser.storage.local.set({ [WALK]: walk }),
};

/** Opens a page of the extension once in each session of the browser. */
export async function openOnce(path: string): Promise<void> {
  if ((await browser.storage.session.get(TOLD))[TOLD] === true) return;
  await browser.storage.session.set({ [TOLD]: true });
  await browser.tabs.create({ url: new URL(path, location.origin).href });
}

/**
 * Has the browser throw away the database of Lectern, files and all, where it can neither be opened nor deleted: Chromium 156
 * does neither once LevelDB's MANIFEST is lost. Must be called in a click: the permission is asked for there, and given back.
 *
 * @returns whether it was done
 */
export async function removeDatabase(): Promise<boolean> {
  const permission = { permissions: ['browsingData' as const] };
  if (!(await browser.permissions.request(permission))) return false;
  const { origin } = location;
  await browser.browsingData.remove({ origins: [origin], originTypes: { extension: true } }, { indexedDB: true });
  await browser.permissions.remove(permission);
  return true;
}
