import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askWorker, readTabs, setSaveOnClick } from '../support/ask-worker.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { FORGED_WORDS, HOSTILE_PAGES, startHostilePages, TRUE_WORDS } from '../support/hostile-pages.ts';
import { readAll } from '../support/read-database.ts';
import { waitFor } from '../support/wait-for.ts';

const ORIGIN = 'http://trap.example';

/** Pages that fight the capture from their own world. Each ends in a clear outcome, and nothing is kept that was not read. */
describe('hostile pages, saved in Chromium', () => {
  let site: Awaited<ReturnType<typeof startHostilePages>>;
  let chromium: Chromium;
  let own: Page;
  let tabId: number;

  beforeAll(async () => {
    site = await startHostilePages();
    chromium = await launchChromium({ sitePort: site.port });
    own = await chromium.openExtensionPage('reader.html?article=none');
    await setSaveOnClick(own, false);
    const page = await chromium.open(`${ORIGIN}/`);
    // One real click: its right holds for this site's pages in this tab.
    const popup = await chromium.clickToolbar(page);
    await popup.close();
    tabId = (await readTabs(own)).find(({ url }) => url.startsWith(ORIGIN))?.tabId ?? -1;
  });

  afterAll(async () => {
    await chromium?.close();
    site?.close();
  });

  async function save(name: string): Promise<Readonly<Record<string, unknown>>> {
    const url = `${ORIGIN}/${name}`;
    // Asked of the browser and not of the page, which may have overridden the answer.
    await own.evaluate(`chrome.tabs.update(${tabId}, { url: ${JSON.stringify(url)} })`);
    await waitFor(`the page ${name}`, 20_000, async () =>
      (await readTabs(own)).some((tab) => tab.url === url && tab.title === `Tides ${name} end`),
    );
    return Object(await askWorker(own, { kind: 'save-page', tab: { tabId, url, title: '' } }));
  }

  it.each(Object.keys(HOSTILE_PAGES).filter((name) => name !== 'hundred-megabytes'))(
    '%s: keeps what was read',
    async (name) => {
      expect(await save(name)).toMatchObject({ status: 'saved' });
    },
  );

  it('refuses a hundred megabytes of text, and says so', async () => {
    expect(await save('hundred-megabytes')).toMatchObject({
      status: 'refused',
      why: 'too-large',
      sentence: { what: 'This page is too large to keep.' },
    });
  });

  it('hears no message from a page, not even from beside a page’s script', async () => {
    const answer = await own.evaluate(
      `chrome.scripting.executeScript({ target: { tabId: ${tabId} }, func: async () => {
        const message = { kind: 'keep-link', url: 'https://forged.example/', title: 'FORGED' };
        const late = new Promise((resume) => setTimeout(resume, 500, 'no answer'));
        return Promise.race([late, chrome.runtime.sendMessage(message).catch(() => 'refused').then((answer) => answer ?? 'nothing')]);
      } }).then(([frame]) => frame.result)`,
    );
    expect(['no answer', 'refused', 'nothing']).toContain(answer);
  });

  it('has nothing in its library but these pages’ own words', async () => {
    const [articles, bodies] = await Promise.all([readAll(own, 'articles'), readAll(own, 'bodies')]);
    expect(articles.map(({ url }) => String(url).slice(ORIGIN.length + 1)).toSorted()).toEqual(
      Object.keys(HOSTILE_PAGES)
        .filter((name) => name !== 'hundred-megabytes')
        .toSorted(),
    );
    expect(JSON.stringify([articles, bodies])).not.toContain(FORGED_WORDS);
    for (const { html } of bodies) expect(String(html).split(TRUE_WORDS).length).toBeGreaterThan(7);
  });
});
