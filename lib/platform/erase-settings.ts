import { browser } from 'wxt/browser';

/** Erases what lies beside the databases: settings, alarms, and files that were on their way out. */
export async function eraseSettings(): Promise<void> {
  await browser.alarms.clearAll();
  await browser.storage.local.clear();
  const { dropGathered } = await import('./gather-file.ts');
  await dropGathered();
}

/** Bytes of all that this extension keeps, and bytes it could still take, as the browser estimates them. */
export async function readRoom(): Promise<{ readonly used?: number; readonly free?: number }> {
  const { usage, quota } = await navigator.storage.estimate();
  if (usage === undefined) return {};
  return quota === undefined ? { used: usage } : { used: usage, free: Math.max(0, quota - usage) };
}
