import { browser } from 'wxt/browser';
import type { TabAtClick } from '../messages/requests.ts';
import { tabAtClick } from './tabs.ts';

export type MenuChoice =
  | { readonly kind: 'page' | 'selection'; readonly tab: TabAtClick }
  | { readonly kind: 'link'; readonly tab: TabAtClick; readonly linkUrl: string; readonly linkText: string };

const TITLES = {
  page: 'Save page to Lectern',
  selection: 'Save selection to Lectern',
  link: 'Save link to Lectern',
} as const;

/** Adds the three entries when the extension is installed or updated; the browser keeps them from then on. */
export function addContextMenusOnInstall(): void {
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    for (const kind of ['page', 'selection', 'link'] as const) {
      browser.contextMenus.create({
        id: kind,
        title: TITLES[kind],
        contexts: [kind],
        documentUrlPatterns: ['http://*/*', 'https://*/*'],
      });
    }
  });
}

export function onMenuChoice(handle: (choice: MenuChoice) => void): void {
  browser.contextMenus.onClicked.addListener((info, browserTab) => {
    const tab = browserTab && tabAtClick(browserTab);
    if (!tab) return;
    if (info.menuItemId === 'page' || info.menuItemId === 'selection') handle({ kind: info.menuItemId, tab });
    // Only Firefox knows the text of a link (`linkText`).
    const linkText = 'linkText' in info && typeof info.linkText === 'string' ? info.linkText : '';
    if (info.menuItemId === 'link' && info.linkUrl) handle({ kind: 'link', tab, linkUrl: info.linkUrl, linkText });
  });
}
