import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../site/server.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { readAll } from '../support/read-database.ts';
import { waitForText } from '../support/wait-for-text.ts';

describe('pictures of a page whose tab was closed too early, in Chromium', () => {
  let site: Site;
  let chromium: Chromium;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  it('come at the next click on the page, though nothing else is read anew', async () => {
    const library = await chromium.openExtensionPage('library.html');
    const states = async () => (await readAll(library, 'pictures')).map(({ state }) => state).sort();

    const page = await chromium.open(site.url('slow-pictures'));
    await waitForText(await chromium.clickToolbar(page), '.status', /Saved to Inbox/);
    // With the tab goes the right to the pictures of its site.
    await page.close();
    await expect.poll(states, { timeout: 30_000 }).not.toContain('waiting');
    expect(await states()).toContain('blocked');

    const again = await chromium.open(site.url('slow-pictures'));
    await waitForText(await chromium.clickToolbar(again), '.status', /In your library/);
    await expect.poll(states, { timeout: 30_000 }).toEqual(Array(6).fill('kept'));
    expect(await readAll(library, 'versions')).toHaveLength(1);
  });
});
