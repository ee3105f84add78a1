import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../site/server.ts';
import { type Chromium, countRequests, launchChromium } from '../support/chromium.ts';
import { readAll } from '../support/read-database.ts';
import { waitForText } from '../support/wait-for-text.ts';

const NOTE = 'Compare with the regulator’s filing.';

/** One reader, from the click on the toolbar to the text without a network. The tests are the steps, in order. */
describe('the main job in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let article: Page;
  let popup: Page;
  let reader: Page;
  let markup: string;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    article = await chromium.open(site.url('cloud-capacity'));
  });

  afterAll(async () => {
    await chromium?.close();
    // Closed in the middle of the journey, if it got that far.
    await site?.close().catch(() => undefined);
  });

  it('runs nothing on a page before the click', async () => {
    await article.reload();
    const worlds = await originsOfWorlds(article);
    expect(worlds).toContain(site.origin('circuit-post.example'));
    expect(worlds.filter(isOfExtension)).toEqual([]);
    markup = await article.content();
  });

  it('keeps the article at the click, with its pictures', async () => {
    popup = await chromium.clickToolbar(article);
    await waitForText(popup, '.status', /Saved to Inbox · 4 pictures kept · \d+ KB/);
    expect(await popup.$eval('.card h1', (title) => title.textContent)).toBe(
      'Cloud makers race to host the next model generation',
    );
  });

  it('runs there after the click, where the same look finds it', async () => {
    expect((await originsOfWorlds(article)).filter(isOfExtension)).toHaveLength(1);
  });

  it('leaves the page as it was', async () => {
    expect(await article.content()).toBe(markup);
  });

  it('takes the save back and brings it back', async () => {
    await popup.click('.status-action');
    await waitForText(popup, '.status', /Moved to Trash/);
    await popup.waitForFunction(() => document.querySelector('#tab-up-next')?.textContent === 'Up next0');
    await popup.click('.status-action');
    await waitForText(popup, '.status', /Back from Trash/);
    await popup.waitForFunction(() => document.querySelector('#tab-up-next')?.textContent === 'Up next1');
  });

  it('puts it on a new list', async () => {
    await popup.evaluate(() => {
      const chips = [...document.querySelectorAll<HTMLButtonElement>('.chips button')];
      chips.find((chip) => chip.textContent?.trim() === 'List')?.click();
    });
    await popup.waitForSelector('[aria-label="Name of the new list"]');
    await popup.type('[aria-label="Name of the new list"]', 'AI industry');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.chips [data-list-key="1"][aria-pressed="true"]');
  });

  it('keeps a tag', async () => {
    await popup.type('.tag-field input', 'cloud');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[aria-label="Remove tag cloud"]');
  });

  it('keeps a note typed as the popup closes', async () => {
    await popup.type('.note-field textarea', NOTE);
    await popup.close();
    const library = await chromium.openExtensionPage('library.html');
    await expect.poll(() => readAll(library, 'notes')).toMatchObject([{ text: NOTE }]);
    await library.close();
  });

  it('keeps each of twenty notes whose popup closed at the last letter', async () => {
    for (let round = 0; round < 20; round += 1) {
      popup = await chromium.clickToolbar(article);
      const text = `Round ${round} of notes typed in a hurry`;
      await popup.waitForSelector('.note-field textarea:enabled');
      await popup.$eval('.note-field textarea', (field) => field.select());
      await popup.type('.note-field textarea', text);
      // The popup closes in the very task that hears the last letter.
      await popup.evaluate(() => {
        const field = document.querySelector('textarea');
        if (!field) return;
        field.value += '.';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        window.close();
      });
      const library = await chromium.openExtensionPage('library.html');
      await expect.poll(() => readAll(library, 'notes')).toMatchObject([{ text: `${text}.` }]);
      await library.close();
    }
  });

  it('takes the tags of a note when it is left, and what was typed last also when the popup closes', async () => {
    const shown = (tag: string) => popup.waitForSelector(`[aria-label="Remove tag ${tag}"]`);
    for (const [field, text] of [
      ['.note-field textarea', ' On #capacity'],
      ['.tag-field input', 'power grid'],
    ] as const) {
      popup = await chromium.clickToolbar(article);
      await popup.waitForSelector('.note-field textarea:enabled');
      await popup.type(field, text);
      // The browser closes it, as at a click elsewhere.
      await article.bringToFront();
      await expect.poll(() => popup.isClosed()).toBe(true);
    }
    popup = await chromium.clickToolbar(article);
    await Promise.all(['capacity', 'power grid'].map(shown));
    await popup.type('.note-field textarea', ' and #turbines');
    await popup.focus('.tag-field input');
    await shown('turbines');
    await popup.close();
  });

  it('shows the article as it stands at the next click, and reads nothing anew', async () => {
    popup = await chromium.clickToolbar(article);
    await waitForText(popup, '.status', /In your library/);
    await popup.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('Round 19'));
    expect(await readAll(popup, 'versions')).toHaveLength(1);
    await popup.$eval('.note-field textarea', (field) => field.select());
    await popup.type('.note-field textarea', NOTE);
    await expect.poll(() => readAll(popup, 'notes')).toMatchObject([{ text: NOTE }]);
  });

  it('reads without a network, and asks for nothing', async () => {
    await site.close();
    const opened = chromium.browser.waitForTarget((target) => target.url().includes('/reader.html'));
    await popup.click('.card-actions .is-primary');
    reader = await (await opened).asPage();
    await reader.setOfflineMode(true);
    const requests = await countRequests(reader);
    await reader.reload();
    await waitForText(reader, 'article', /Why capacity decides/);
    await reader.waitForFunction(() => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('article img')];
      return pictures.length === 4 && pictures.every((picture) => picture.complete && picture.naturalWidth > 0);
    });
    expect(await reader.$$eval('article img', (pictures) => pictures.map(({ src }) => src.split(':')[0]))).toEqual(
      Array(4).fill('blob'),
    );
    await reader.waitForFunction((note) => document.querySelector('textarea')?.value === note, {}, NOTE);
    expect(requests).toEqual([]);
  });

  it('shows it in the library under its list and tag, without a network', async () => {
    const library = await chromium.openExtensionPage('library.html');
    await library.setOfflineMode(true);
    const requests = await countRequests(library);
    await library.reload();
    await waitForText(library, 'body', /AI industry[\s\S]*cloud[\s\S]*Cloud makers race/);
    expect(requests).toEqual([]);
    await library.close();
  });
});

/** Where the scripts come from that run, or ran, in a page: the page itself, and each extension that was let in. */
async function originsOfWorlds(page: Page): Promise<readonly string[]> {
  const client = await page.createCDPSession();
  const origins: string[] = [];
  client.on('Runtime.executionContextCreated', ({ context }) => origins.push(context.origin));
  // Tells of every world that is there already before it answers.
  await client.send('Runtime.enable');
  await client.detach();
  return origins;
}

const isOfExtension = (origin: string): boolean => origin.startsWith('chrome-extension:');
