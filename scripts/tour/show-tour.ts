import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'puppeteer-core';
import { type Site, startSite } from '../../tests/site/server.ts';
import { launchChromium } from '../../tests/support/chromium.ts';
import { DEMO_SLUG, NO_SITE_PORT } from './demo.ts';

const WHAT_TO_DO = `
The article is open, and Lectern's button has been clicked for you this once: the article is kept. In the popup
  · press 1 to 9, or choose “+ List”, to put it on a reading list
  · press N and write a note; every keystroke is kept
  · press Enter to read it, or L for the library

From now on the button is yours. It is behind the puzzle piece at the right of the address bar, and the pin beside its
name keeps it in view. Alt+Shift+S is the same as a click on it.
`;

/** Opens a window with Lectern in it, and stays until the reader closes it. */
export async function showTour(url?: string): Promise<void> {
  const site = url === undefined ? await startSite() : undefined;
  const chromium = await launchChromium({
    sitePort: site?.port ?? NO_SITE_PORT,
    userDataDir: await makeProfile(),
    headless: false,
    isSandboxed: true,
    size: { width: 1400, height: 1000 },
  });
  const page = await chromium.open(url ?? site?.url(DEMO_SLUG) ?? '');
  await closeEmptyTabs(chromium.browser);
  await page.bringToFront();
  await page.triggerExtensionAction(chromium.extension);
  console.log(WHAT_TO_DO);
  if (site) offerToCloseSite(site);
  console.log('Close the window, or press Ctrl+C here, to end. What this window kept is erased then.');
  await windowClosed(chromium.browser);
  await chromium.close();
  process.exit();
}

/** A profile that goes with this process, however that ends: Ctrl+C leaves no time for anything that must be awaited. */
async function makeProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'lectern-tour-'));
  process.on('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return profile;
}

/** The tab that the browser opened by itself. */
async function closeEmptyTabs(browser: Browser): Promise<void> {
  for (const page of await browser.pages()) if (page.url() === 'about:blank') await page.close();
}

function offerToCloseSite(site: Site): void {
  console.log('Press Enter here to take the demo site off the network, and go on reading.');
  createInterface({ input: process.stdin }).once('line', async () => {
    await site.close();
    console.log('The demo site is gone: its pages no longer load. What you kept still reads, pictures and all.');
  });
}

/** On macOS the browser outlives its last window. */
function windowClosed(browser: Browser): Promise<void> {
  return new Promise((done) => {
    browser.once('disconnected', () => done());
    browser.on('targetdestroyed', async () => {
      const pages = await browser.pages().catch(() => []);
      if (pages.length === 0) done();
    });
  });
}
