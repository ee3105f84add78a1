import { browser } from 'wxt/browser';

/** How long a sign on the toolbar button stays, in milliseconds. */
const SHOWN_FOR = 2500;

/** Answers a save that has no popup: a short sign on the toolbar button, and the sentence as its tooltip. */
export async function showOnButton(sign: '✓' | '!', sentence: string, tabId: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: sign === '✓' ? '#0b5d57' : '#9a3412', tabId });
  await browser.action.setBadgeText({ text: sign, tabId });
  await browser.action.setTitle({ title: `Lectern: ${sentence}`, tabId });
  setTimeout(() => {
    // The tab may be gone by then; there is nothing to clear in that case.
    browser.action.setBadgeText({ text: '', tabId }).catch(() => undefined);
  }, SHOWN_FOR);
}
