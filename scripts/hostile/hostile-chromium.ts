import type { Page, Target } from 'puppeteer-core';
import { askWorker, readTabs, setSaveOnClick } from '../../tests/support/ask-worker.ts';
import { launchChromium } from '../../tests/support/chromium.ts';
import { examineText, type Findings, layTraps, plantHarm } from './examine-text.ts';
import { HOST, type HostileBrowser, inTime, LONGEST_WAIT, savedIdOf } from './hostile-browser.ts';
import { WORDS_BEFORE } from './hostile-site.ts';

/** Chromium, in which no host but the hostile site exists. */
export async function launchHostileChromium(sitePort: number, extensionDir: string): Promise<HostileBrowser> {
  const chromium = await launchChromium({ sitePort, isShut: true, extensionDir });
  const { browser, extensionId } = chromium;
  const origin = `http://${HOST}`;
  const readerUrl = (articleId: string): string => `chrome-extension://${extensionId}/reader.html?article=${articleId}`;
  const requests: string[] = [];
  const windows: string[] = [];

  let hostile = await openHostile();
  const reader = await chromium.openExtensionPage('reader.html?article=none');
  await reader.evaluateOnNewDocument(layTraps);
  await setSaveOnClick(reader, false);
  watch(reader);
  let tabId = await grant();

  async function openHostile(): Promise<Page> {
    const page = await chromium.open(`${origin}/`);
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    return page;
  }

  function watch(page: Page): void {
    page.on('request', (request) => {
      const url = request.url();
      if (!new RegExp(`^(?:chrome-extension://${extensionId}/|blob:chrome-extension://${extensionId}/)`).test(url)) {
        requests.push(`asked for ${url.slice(0, 200)}`);
      }
    });
    page.on('dialog', (dialog) => {
      windows.push(`ran: a dialog: ${dialog.message().slice(0, 80)}`);
      dialog.dismiss().catch(() => undefined);
    });
    browser.on('targetcreated', (target: Target) => {
      if (target.opener() === page.target()) windows.push(`a window: ${target.url()}`);
    });
  }

  /** A real click on the button: it gives the right to this site's pages, until the tab leaves the site. */
  async function grant(): Promise<number> {
    const popup = await chromium.clickToolbar(hostile);
    await popup.close().catch(() => undefined);
    const tab = (await readTabs(reader)).find(({ url }) => url.startsWith(origin));
    if (!tab) throw new Error('The tab of the hostile page is not to be seen.');
    await reader.bringToFront();
    return tab.tabId;
  }

  /** A tab in which a page hangs, or that it led to another site, is of no use any more. */
  async function startAnew(): Promise<void> {
    await hostile.close().catch(() => undefined);
    for (const page of await browser.pages()) {
      if (page !== reader && !page.url().startsWith('about:')) await page.close().catch(() => undefined);
    }
    hostile = await openHostile();
    tabId = await grant();
  }

  async function look(): Promise<Findings> {
    const found = await inTime('The examination', reader.evaluate(examineText, WORDS_BEFORE));
    const ran = windows.splice(0);
    return { ...found, requests: [...found.requests, ...requests.splice(0)], ran: [...found.ran, ...ran] };
  }

  return {
    name: 'Chromium',

    async save(path) {
      const url = `${origin}${path}`;
      try {
        await hostile.goto(url, { waitUntil: 'domcontentloaded', timeout: LONGEST_WAIT });
        const saved = savedIdOf(
          await inTime('The save', askWorker(reader, { kind: 'save-page', tab: { tabId, url, title: 'Trap' } })),
        );
        if ('why' in saved) await startAnew();
        return saved;
      } catch (error) {
        await startAnew();
        return { why: String(error) };
      }
    },

    async examine(articleId) {
      requests.length = 0;
      windows.length = 0;
      await reader.goto(readerUrl(articleId), { waitUntil: 'domcontentloaded', timeout: LONGEST_WAIT });
      await reader.waitForFunction(
        (words) => document.querySelector('.article-body')?.textContent?.includes(words),
        { timeout: LONGEST_WAIT, polling: 5 },
        WORDS_BEFORE,
      );
      return look();
    },

    async examinePlanted() {
      await reader.evaluate(plantHarm);
      return look();
    },

    close: () => chromium.close(),
  };
}
