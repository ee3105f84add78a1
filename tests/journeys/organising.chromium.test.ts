import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { keepTexts } from '../support/keep-texts.ts';
import { readAll } from '../support/read-database.ts';
import { waitForText } from '../support/wait-for-text.ts';
import { writeRows } from '../support/write-database.ts';

const PATIENCE = { timeout: 10_000 };

/** Lists and tags are changed and taken back; view, words and focus follow. */
describe('lists and tags in Chromium', () => {
  let chromium: Chromium;
  let library: Page;

  beforeAll(async () => {
    chromium = await launchChromium({ sitePort: 9 });
    library = await chromium.openExtensionPage('library.html');
    const names = ['anchor', 'beacon', 'canal', 'delta'];
    await keepTexts(
      library,
      names.map((name) => ({ name, language: 'en', html: `<p>${name}</p>` })),
    );
    const at = { createdAt: 1, updatedAt: 1, colour: 'blue' };
    const on = (articleId: string, listId: string) => ({ articleId, listId, rank: 'b', shownRank: 'b', ...written });
    const tagged = (articleId: string, tag: string) => ({
      articleId,
      tagKey: tag,
      label: tag,
      shownKey: tag,
      ...written,
    });
    const written = { addedAt: 1, updatedAt: 1 };
    await writeRows(library, {
      lists: [
        { id: 'travel', name: 'Travel', rank: 'b', ...at },
        { id: 'work', name: 'Work', rank: 'd', ...at },
        { id: 'trains', name: 'Trains', rank: 'f', parentId: 'travel', ...at },
      ],
      listEntries: [on('anchor', 'travel'), on('beacon', 'work')],
      taggings: [tagged('anchor', 'sea'), tagged('beacon', 'ocean')],
    });
  });

  afterAll(() => chromium?.close());

  beforeEach(async () => {
    await library.goto('about:blank');
    await library.goto(`chrome-extension://${chromium.extensionId}/library.html#inbox`);
    await library.waitForSelector('.rows .row h2');
  });

  const show = (hash: string) =>
    library.evaluate((to) => {
      location.hash = to;
    }, hash);
  const press = (name: string) => library.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  const hash = () => library.evaluate(() => location.hash);
  /** What has the focus, by its name or its words. */
  const focused = () =>
    library.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent;
    });
  /** Types over the name in the field that has opened. */
  async function retype(name: string): Promise<void> {
    await library.waitForSelector('.view-head .name-field:focus');
    await library.$eval('.view-head .name-field', (field) => (field as HTMLInputElement).select());
    await library.keyboard.type(name);
    await library.keyboard.press('Enter');
  }

  const RENAME_TAG = 'Rename this tag, or merge it with another';

  it('follows a tag to its new name and back by undo, and leaves alone whoever is elsewhere', async () => {
    await show('#tag/sea');
    await press(RENAME_TAG);
    await retype('Water');
    await waitForText(library, '.view-head h1', /# Water/);
    await expect.poll(focused, PATIENCE).toBe(RENAME_TAG);
    await library.keyboard.press('z');
    await waitForText(library, '.view-head h1', /# sea/);
    await waitForText(library, '.rows .row h2', /Text anchor/);
    await expect.poll(hash, PATIENCE).toMatch(/^#tag\/sea/);

    await press(RENAME_TAG);
    await retype('ocean');
    await waitForText(library, '.view-head', /# ocean2 articles/);
    await library.keyboard.press('z');
    await waitForText(library, '.view-head', /# sea1 article/);

    await press(RENAME_TAG);
    await retype('Water');
    await waitForText(library, '.view-head h1', /# Water/);
    await show('#archive');
    await waitForText(library, '.view-head h1', /Archive/);
    await library.keyboard.press('z');
    await waitForText(library, '.undo-bar', /Undone/);
    await waitForText(library, '.sidebar', /# sea/);
    expect(await hash()).toBe('#archive');
  });

  it('says of a list that was deleted that it is no longer here, and shows it again after undo', async () => {
    await show('#list/work');
    await waitForText(library, '.view-head h1', /Work/);
    await press('Delete this list');
    await waitForText(library, '.view-head h1', /Inbox/);
    await expect.poll(focused, PATIENCE).toBe('Inbox');
    await library.goBack();
    await waitForText(library, 'main', /No such listThis list is no longer here/);
    expect(await library.$('.rows .row')).toBeNull();
    await library.keyboard.press('z');
    await waitForText(library, '.view-head h1', /Work/);
    await waitForText(library, '.rows .row h2', /Text beacon/);
    await show('#list/never-was');
    await waitForText(library, 'main', /This list is no longer here/);
    await library.click('main a[href="#inbox"]');
    await waitForText(library, '.view-head h1', /Inbox/);
  });

  it('gives a list no name that another has, keeps what was typed, and the focus after a name is taken', async () => {
    await show('#list/work');
    await press('Rename this list');
    await retype('travel');
    await waitForText(library, '.view-head', /Another list has this name\. Nothing was changed/);
    expect(await library.$eval('.view-head .name-field', (field) => (field as HTMLInputElement).value)).toBe('travel');
    await retype('Office');
    await waitForText(library, '.view-head h1', /Office/);
    await expect.poll(focused, PATIENCE).toBe('Rename this list');
    await library.keyboard.press('z');
    await waitForText(library, '.view-head h1', /Work/);
  });

  it('counts the keys of lists along the sidebar, also where lists are nested', async () => {
    await library.click('.row h2 a[href$="=canal"]');
    await library.waitForSelector('.detail .chips');
    const sidebar = () =>
      library.$$eval('.sidebar [data-inner] .side-name', (all) => all.map((one) => one.textContent));
    expect(await sidebar()).toEqual(['Travel', 'Trains', 'Work']);
    const keys = await library.$$eval('.detail [aria-keyshortcuts]', (all) =>
      all.map((one) => `${one.getAttribute('aria-keyshortcuts')} ${one.textContent}`),
    );
    expect(keys).toEqual(['1 Travel', '2 Trains', '3 Work']);
    await library.keyboard.press('2');
    await waitForText(library, '.undo-bar', /Added to Trains/);
    const entries = await readAll(library, 'listEntries');
    expect(entries.filter((row) => row['articleId'] === 'canal').map((row) => row['listId'])).toEqual(['trains']);
  });

  it('gives the focus to the rows after a bulk act, and to the heading once no row is left', async () => {
    await library.click('.row h2 a[href$="=delta"]');
    await library.keyboard.press('x');
    await library.waitForSelector('.bulk-bar');
    await press('Archive');
    await waitForText(library, '.undo-bar', /Article archived/);
    await waitForText(library, '.view-head', /3 articles/);
    await expect.poll(focused, PATIENCE).toMatch(/^Text (?!delta)/);
    await press('Select');
    await library.locator('.bulk-bar .text-button').click();
    await waitForText(library, '.bulk-bar', /3 selected/);
    await library.type('.bulk-bar input', 'sea');
    await library.keyboard.press('Enter');
    await waitForText(library, '.undo-bar', /tagged sea/);
    await expect.poll(focused, PATIENCE).toMatch(/^Text /);
    await press('Select');
    await library.locator('.bulk-bar .text-button').click();
    await press('Archive');
    await waitForText(library, 'main', /Nothing to read/);
    await expect.poll(focused, PATIENCE).toBe('Inbox');
    await library.keyboard.press('z');
    await waitForText(library, '.view-head', /3 articles/);
  });

  it('gives the focus back when erasing is not wanted, and keeps it through the steps of erasing', async () => {
    await library.click('.row h2 a[href$="=canal"]');
    await library.waitForSelector('.detail .chips');
    await library.keyboard.press('#');
    await waitForText(library, '.undo-bar', /moved to Trash/);
    await show('#trash');
    await press('Empty Trash…');
    await waitForText(library, 'dialog[open]', /Erase one article for good/);
    await expect.poll(focused, PATIENCE).toBe('Keep in Trash');
    await library.keyboard.press('Escape');
    await library.waitForSelector('dialog', { hidden: true });
    await expect.poll(focused, PATIENCE).toBe('Empty Trash…');
    await library.keyboard.press('Enter');
    await press('Keep in Trash');
    await library.waitForSelector('dialog', { hidden: true });
    await expect.poll(focused, PATIENCE).toBe('Empty Trash…');
    await library.keyboard.press('Enter');
    await press('Erase for good');
    await waitForText(library, 'main', /The trash is empty/);
    await expect.poll(focused, PATIENCE).toBe('Trash');
    await library.keyboard.press('z');
    await waitForText(library, '.undo-bar', /That article was erased for good; there is nothing to undo\./);
  });
});
