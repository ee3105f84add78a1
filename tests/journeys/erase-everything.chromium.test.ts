import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { keepTexts } from '../support/keep-texts.ts';
import { readAll } from '../support/read-database.ts';
import { waitForText } from '../support/wait-for-text.ts';
import { writeRows } from '../support/write-database.ts';

describe('erasing everything, in Chromium', () => {
  let chromium: Chromium;
  let privacy: Page;
  let inbox: Page;

  beforeAll(async () => {
    chromium = await launchChromium({ sitePort: 9 });
    privacy = await chromium.openExtensionPage('library.html#privacy');
    const text = { html: '<p>Something to keep.</p>', wordCount: 3, language: 'en' };
    await keepTexts(
      privacy,
      ['one', 'two'].map((name) => ({ name, ...text })),
    );
    await writeRows(privacy, {
      lists: [{ id: 'tides', name: 'Tides', colour: 'blue', rank: 'b', createdAt: 1, updatedAt: 1 }],
    });
    const reader = await chromium.openExtensionPage('reader.html?article=one');
    await waitForText(reader, '.article-body', /Something to keep/);
    await chromium.openExtensionPage('transfer.html');
    inbox = await chromium.openExtensionPage('library.html');
    await waitForText(inbox, '.view-head', /2 articles/);
  });

  afterAll(() => chromium?.close());

  it('leaves nothing, here and in other windows, and calls it no loss', async () => {
    const press = (name: string) => privacy.locator(`::-p-xpath(//main//button[normalize-space()="${name}"])`).click();
    const focused = () => privacy.evaluate(() => document.activeElement?.textContent);
    await privacy.bringToFront();
    await privacy.reload();
    await press('Erase everything…');
    await waitForText(privacy, 'main', /This removes 2 articles/);
    await expect.poll(focused).toBe('Make a vault first');
    await press('Go on without');
    await expect.poll(focused).toBe('Keep everything');
    await privacy.keyboard.press('Enter');
    await expect.poll(focused).toBe('Erase everything…');
    await privacy.keyboard.press('Enter');
    await press('Go on without');
    await press('Erase for good');
    await waitForText(privacy, 'main', /Everything that Lectern kept in this browser is erased\./);
    await expect.poll(focused).toBe('Everything that Lectern kept in this browser is erased.');
    await waitForText(privacy, 'body', /(?<!\d)0 articles · all on this device/);
    expect(await privacy.evaluate(() => document.body.textContent)).not.toContain('Tides');
    await inbox.bringToFront();
    await waitForText(inbox, 'main', /Nothing to read/);
    expect(await readAll(inbox, 'articles')).toEqual([]);
    const addresses = (await chromium.browser.pages()).map((page) => page.url());
    expect(addresses.filter((url) => url.includes('recovery'))).toEqual([]);
  });
});
