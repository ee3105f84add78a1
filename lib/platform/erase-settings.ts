import { browser } from 'wxt/browser';

/** Erases what lies beside the databases: settings and alarms. */
export async function eraseSettings(): Promise<void> {
  await browser.alarms.clearAll();
  await browser.storage.local.clear();
}

/** Bytes of all that this extension keeps, as the browser estimates them. */
export async function readUsedBytes(): Promise<number | undefined> {
  return (await navigator.storage.estimate()).usage;
}
