import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../site/server.ts';
import { askWorker, readTabs, setSaveOnClick } from '../support/ask-worker.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { findHalfKept } from '../support/kept-article.ts';
import { readAll } from '../support/read-database.ts';

describe('one page saved many times at once, in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let library: Page;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    library = await chromium.openExtensionPage('library.html');
    // The clicks below give the right to read the tabs; what saves is the messages.
    await setSaveOnClick(library, false);
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  it('makes one article of twenty saves', async () => {
    const url = site.url('cloud-capacity');
    await openAndClick(url);
    const [tab] = await tabsOf(url);
    const outcomes = await saveAll(Array(20).fill(tab));
    expect(statusesOf(outcomes)).toEqual(['saved', ...Array(19).fill('already-saved')]);
    expect(await countRows()).toEqual({ articles: 1, versions: 1, bodies: 1, readings: 1, pictures: 4 });
    expect(await findHalfKept(library)).toEqual([]);
  });

  it('makes one article of two tabs', async () => {
    const url = site.url('footnotes');
    await openAndClick(url);
    await openAndClick(url);
    const tabs = await tabsOf(url);
    expect(tabs).toHaveLength(2);
    expect(statusesOf(await saveAll(tabs))).toEqual(['saved', 'already-saved']);
    expect(await countRows()).toEqual({ articles: 2, versions: 2, bodies: 2, readings: 2, pictures: 4 });
    expect(await findHalfKept(library)).toEqual([]);
  });

  async function openAndClick(url: string): Promise<void> {
    const popup = await chromium.clickToolbar(await chromium.open(url));
    await popup.waitForSelector('.card .is-primary');
    expect(await popup.$eval('.card .is-primary', (button) => button.textContent)).toBe('Save this page ↵');
  }

  const tabsOf = async (url: string) => (await readTabs(library)).filter((tab) => tab.url === url);

  const saveAll = (tabs: readonly unknown[]): Promise<readonly unknown[]> =>
    Promise.all(tabs.map((tab) => askWorker(library, { kind: 'save-page', tab })));

  async function countRows(): Promise<Readonly<Record<string, number>>> {
    const tables = ['articles', 'versions', 'bodies', 'readings', 'pictures'];
    const counts = await Promise.all(tables.map(async (name) => [name, (await readAll(library, name)).length]));
    return Object.fromEntries(counts);
  }
});

function statusesOf(outcomes: readonly unknown[]): readonly unknown[] {
  const statuses = outcomes.map((outcome) =>
    typeof outcome === 'object' && outcome !== null && 'status' in outcome ? outcome.status : outcome,
  );
  return statuses.sort((a, b) => Number(b === 'saved') - Number(a === 'saved'));
}
