import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, countRequests, launchChromium } from '../support/chromium.ts';
import { startOnePageSite } from '../support/one-page-site.ts';
import { writeProbeExtension } from '../support/probe-extension.ts';

/** The journeys stand on this support; here it is tried on a small extension of its own. */
describe('support for Chromium', () => {
  let site: Awaited<ReturnType<typeof startOnePageSite>>;
  let extensionDir: string;
  let chromium: Chromium;
  let page: Page;
  let popup: Page;

  beforeAll(async () => {
    site = await startOnePageSite();
    extensionDir = await writeProbeExtension('chromium');
    chromium = await launchChromium({ sitePort: site.port, extensionDir });
    page = await chromium.open('http://news.example/a');
    popup = await chromium.clickToolbar(page);
  });

  afterAll(async () => {
    await chromium?.close();
    site?.close();
    await rm(extensionDir, { recursive: true, force: true });
  });

  it('leads example hosts to the site', async () => {
    expect([page.url(), await page.title()]).toEqual(['http://news.example/a', 'A page']);
  });

  it('clicks the toolbar button, which lets the popup read the tab', async () => {
    await popup.waitForFunction(() => document.querySelector('#result')?.textContent !== '');
    expect(await popup.$eval('#result', (node) => node.textContent)).toBe('A page');
  });

  it('stops the worker, so that the next message meets a new one', async () => {
    const ask = () => popup.evaluate('chrome.runtime.sendMessage({})');
    const first = await ask();
    expect(await ask()).toBe(first);
    await (await chromium.worker()).evaluate(() => undefined);
    await chromium.stopWorker();
    expect(await ask()).not.toBe(first);
  });

  it('sees the requests of a page, and none where there are none', async () => {
    const requests = await countRequests(popup);
    expect(requests).toEqual([]);
    await popup.type('#field', 'news.example/b');
    await popup.click('#fetch');
    await expect.poll(() => requests).toEqual(['http://news.example/b']);
  });

  it('refuses the tab to a page that was opened without a click', async () => {
    const other = await chromium.openExtensionPage('popup.html');
    await other.waitForFunction(() => document.querySelector('#result')?.textContent !== '');
    expect(await other.$eval('#result', (node) => node.textContent)).toContain('Error');
    await other.close();
  });
});
