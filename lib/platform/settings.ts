import { browser } from 'wxt/browser';
import { decodeSettings, type Settings } from '../article/settings.ts';

/** Settings live in `storage.local`: small, apart from the library, and told to every page when they change. */
const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  return decodeSettings((await browser.storage.local.get(KEY))[KEY]);
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readSettings()), ...change } });
}

/** Tells of changes by any page of the extension, this one included. */
export function onSettingsChanged(handle: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (changes[KEY]) handle(decodeSettings(changes[KEY].newValue));
  });
}
