import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, decodeSettings, type Settings } from '../article/settings.ts';

export interface SettingsStore {
  /** The defaults until the stored ones are read, then those; changes in any page arrive here. */
  readonly settings: ReadonlySignal<Settings>;
  /** Resolves once the stored settings were read. */
  readonly ready: Promise<void>;
  readonly change: (change: Partial<Settings>) => Promise<void>;
}

const KEY = 'settings';

/** Settings live in `storage.local`: small, apart from the library, and told to every page when they change. */
export function openSettings(): SettingsStore {
  const settings = signal(DEFAULT_SETTINGS);
  browser.storage.local.onChanged.addListener((changes) => {
    if (changes[KEY]) settings.value = decodeSettings(changes[KEY].newValue);
  });
  const ready = browser.storage.local.get(KEY).then((stored) => {
    settings.value = decodeSettings(stored[KEY]);
  });
  return {
    settings,
    ready,
    async change(change) {
      await ready;
      settings.value = { ...settings.value, ...change };
      await browser.storage.local.set({ [KEY]: settings.value });
    },
  };
}
