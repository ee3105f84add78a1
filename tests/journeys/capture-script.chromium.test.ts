import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../site/server.ts';
import { readTabs, setSaveOnClick } from '../support/ask-worker.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';

declare const chrome: {
  readonly scripting: { executeScript(injection: object): Promise<readonly { readonly result: unknown }[]> };
};

/** The built script itself, as the worker injects it. */
describe('the capture script in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let library: Page;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    library = await chromium.openExtensionPage('library.html');
    await setSaveOnClick(library, false);
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  it('gives the same however often it runs, and leaves nothing behind', async () => {
    const { page, inject, names } = await openWithRight(site.url('cloud-capacity'));
    const before = await names();
    const markup = await page.content();
    const first = await inject();
    expect(first).toMatchObject({
      status: 'captured',
      capture: { title: 'Cloud makers race to host the next model generation' },
    });
    expect(await inject()).toEqual(first);
    // Two clicks in a moment, or a click and the menu.
    expect(await Promise.all([inject(), inject(), inject()])).toEqual([first, first, first]);
    expect(await names()).toEqual(before);
    expect(await page.content()).toBe(markup);
    await page.close();
  });

  it('reads a selection on a page that is no article', async () => {
    const { page, inject } = await openWithRight(site.url('front-page'));
    const selected = await page.evaluate(() => {
      const heading = document.querySelector('h2');
      if (heading === null) throw new Error('The front page has no heading.');
      document.getSelection()?.selectAllChildren(heading);
      return heading.textContent;
    });
    expect(await inject()).toMatchObject({
      status: 'unreadable',
      why: 'no-article',
      selection: { html: expect.stringContaining(selected), excerpt: selected, direction: 'ltr' },
    });
    await page.close();
  });

  it('reads a selection inside a shadow root', async () => {
    const { page, inject } = await openWithRight(site.url('shadow-root'));
    const selected = await page.evaluate(() => {
      const host = [...document.querySelectorAll('*')].find(({ shadowRoot }) => shadowRoot?.querySelector('.text p'));
      const paragraph = host?.shadowRoot?.querySelector('.text p');
      const text = paragraph?.firstChild;
      if (text?.nodeType !== Node.TEXT_NODE) throw new Error('No shadow root holds a paragraph.');
      document.getSelection()?.setBaseAndExtent(text, 0, text, 23);
      return text.textContent?.slice(0, 23) ?? '';
    });
    const answer = await inject();
    expect(answer).toMatchObject({
      status: 'captured',
      capture: { selection: { html: `<p>${selected}</p>`, pictures: [] } },
    });
    await page.close();
  });

  async function openWithRight(url: string) {
    const page = await chromium.open(url);
    const popup = await chromium.clickToolbar(page);
    await popup.close();
    const tab = (await readTabs(library)).find((candidate) => candidate.url === url);
    if (tab === undefined) throw new Error(`No tab shows ${url}.`);
    const { tabId } = tab;
    const inject = () =>
      library.evaluate(async (id) => {
        const [frame] = await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/capture.js'] });
        return frame?.result;
      }, tabId);
    const names = () =>
      library.evaluate(async (id) => {
        const func = () => Object.getOwnPropertyNames(globalThis).sort();
        const [frame] = await chrome.scripting.executeScript({ target: { tabId: id }, func });
        return frame?.result;
      }, tabId);
    return { page, inject, names };
  }
});
