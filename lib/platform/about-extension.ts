import { browser } from 'wxt/browser';

export const readVersion = (): string => browser.runtime.getManifest().version;

/** The keys that open the popup, as the browser prints them; the empty text if there are none. */
export async function readShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
}
