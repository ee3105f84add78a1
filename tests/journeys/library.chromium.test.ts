import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRASH_MS } from '../../lib/article/reading.ts';
import { addTag, waitForSave } from '../../scripts/tour/use-popup.ts';
import { type Site, startSite } from '../site/server.ts';
import { askWorker } from '../support/ask-worker.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { keepTexts } from '../support/keep-texts.ts';
import { OFFERED } from '../support/offered.ts';
import { readAll } from '../support/read-database.ts';
import { waitFor } from '../support/wait-for.ts';
import { waitForText } from '../support/wait-for-text.ts';
import { writeRows } from '../support/write-database.ts';

const PATIENCE = { timeout: 10_000 };

describe('the library in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let library: Page;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    library = await chromium.openExtensionPage('library.html');
    await library.waitForSelector('h1');
    const texts = ['anchor', 'beacon', 'canal', 'delta', 'estuary'];
    await keepTexts(
      library,
      texts.map((name) => ({ name, language: 'en', html: `<p>${name} and harbour</p>` })),
    );
    // Written past the store: the worker's upkeep puts them into the search index.
    await askWorker(library, { kind: 'run-imports' });
    await waitFor('the index', 10_000, async () => (await readAll(library, 'indexDeltas')).length > 0);
    await library.reload();
    await library.waitForSelector('.rows .row h2');
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  const idsIn = async (table: string): Promise<readonly unknown[]> =>
    (await readAll(library, table)).map((row) => row['id'] ?? row['articleId']).toSorted();
  const countsOf = (...tables: readonly string[]) =>
    Promise.all(tables.map(async (table) => (await readAll(library, table)).length));
  const articlesIn = (rows: readonly Readonly<Record<string, unknown>>[]) => rows.map((row) => row['articleId']);
  const press = (name: string) => library.locator(`::-p-aria([name="${name}"][role="button"])`).click();

  async function show(hash: string): Promise<void> {
    await library.evaluate((to) => {
      location.hash = to;
    }, hash);
  }

  it('orders a list by keys and by dragging, and keeps the order', async () => {
    await writeRows(library, {
      lists: [{ id: 'tides', name: 'Tides', colour: 'blue', rank: 'm', createdAt: 1, updatedAt: 1 }],
      listEntries: ['anchor', 'beacon', 'canal'].map((articleId, i) => {
        const rank = 'bdf'.charAt(i);
        return { listId: 'tides', articleId, rank, shownRank: rank, addedAt: 1, updatedAt: 1 };
      }),
    });
    const order = () =>
      library.$$eval('.rows .row h2 a', (links) => links.map(({ href }) => new URL(href).searchParams.get('article')));
    await library.goto(`chrome-extension://${chromium.extensionId}/library.html#list/tides`);
    await library.reload();
    await expect.poll(order, PATIENCE).toEqual(['anchor', 'beacon', 'canal']);

    await library.click('.row h2 a[href$="=anchor"]');
    await library.keyboard.down('Alt');
    await library.keyboard.press('ArrowDown');
    await library.keyboard.up('Alt');
    await expect.poll(order, PATIENCE).toEqual(['beacon', 'anchor', 'canal']);

    const boxOf = async (name: string) => {
      const row = await library.$(`.row:has(a[href$="=${name}"])`);
      const box = await row?.boundingBox();
      if (!box) throw new Error(`${name} is on screen.`);
      return box;
    };
    const [from, to] = [await boxOf('canal'), await boxOf('beacon')];
    await library.mouse.move(from.x + 200, from.y + 60);
    await library.mouse.down();
    await library.mouse.move(to.x + 200, to.y + 90, { steps: 4 });
    await library.mouse.move(to.x + 200, to.y + 12, { steps: 2 });
    await library.mouse.up();
    await expect.poll(order, PATIENCE).toEqual(['canal', 'beacon', 'anchor']);
    await waitForText(library, '.undo-bar', /Article moved/);
    await library.reload();
    await expect.poll(order, PATIENCE).toEqual(['canal', 'beacon', 'anchor']);
    // The end of a text leads on in that order.
    const reader = await chromium.openExtensionPage('reader.html?article=canal');
    await waitForText(reader, '.foot-next', /Next in Tides.*Text beacon/);
    await reader.close();
  });

  it('takes a tag that was typed when its field is left, and lets go of a note with its tags at Escape', async () => {
    await library.goto(`chrome-extension://${chromium.extensionId}/library.html#list/tides`);
    await library.click('.row h2 a[href$="=beacon"]');
    await library.waitForSelector('.detail .tag-field input');
    await library.type('.detail .tag-field input', 'left behind');
    await library.click('.detail .note-field textarea');
    await waitForText(library, '.detail', /left behind/);
    await library.keyboard.type('By #moonlight, see [[Text can');
    await waitForText(library, '.note-choices', /Text canal/);
    await library.keyboard.press('Enter');
    await library.keyboard.press('Escape');
    expect(await library.evaluate(() => document.activeElement?.tagName)).not.toBe('TEXTAREA');
    await waitForText(library, '.detail', /left behind[\s\S]*# moonlight/);
    expect(await library.$eval('.detail textarea', ({ value }) => value)).toMatch(/\[\[Text canal\|article\/canal\]\]/);
  });

  it('keeps a search in the sidebar, with what it finds at each moment', async () => {
    await show('#search/harbour');
    await waitForText(library, '.find .found', /5 results/);
    await press('Keep this search');
    const kept = () =>
      library.$$eval('.sidebar a[href$="#search/harbour"]', (links) => links.map(({ textContent }) => textContent));
    await expect.poll(kept, PATIENCE).toEqual(['harbour5 entries']);
    await library.click('.row h2 a[href$="=delta"]');
    await library.keyboard.press('#');
    await expect.poll(kept, PATIENCE).toEqual(['harbour4 entries']);
    await library.keyboard.press('z');
    await expect.poll(kept, PATIENCE).toEqual(['harbour5 entries']);
  });

  it('reviews what is past its time with one key each, and takes the whole review back', async () => {
    const readings = await readAll(library, 'readings');
    const savedAt = Date.now() - 100 * 24 * 60 * 60 * 1000;
    const old = (name: string) => {
      const reading = readings.find(({ articleId }) => articleId === name);
      return { ...reading, savedAt, shelves: { inbox: savedAt } };
    };
    const articles = await readAll(library, 'articles');
    await writeRows(library, {
      articles: articles.map((row) => (row['id'] === 'delta' || row['id'] === 'estuary' ? { ...row, savedAt } : row)),
      readings: [old('delta'), old('estuary')],
    });
    await show('#inbox');
    await library.reload();
    await waitForText(library, '.view-head', /Review 2/);
    await library.locator('::-p-text(Review 2)').click();
    await waitForText(library, '.review-page', /1 of 2/);
    await library.keyboard.press('a');
    await waitForText(library, '.review-page', /2 of 2/);
    await library.keyboard.press('z');
    await waitForText(library, '.review-page', /1 of 2/);
    await library.keyboard.press('k');
    await waitForText(library, '.review-page', /2 of 2/);
    await library.keyboard.press('d');
    await waitForText(library, '.undo-bar', /Reviewed: 1 kept, 1 moved to Trash/);
    await library.keyboard.press('z');
    await waitForText(library, '.undo-bar', /Undone/);
    const after = await readAll(library, 'readings');
    expect(after.filter((row) => row['reviewedAt'] !== undefined || row['trashedAt'] !== undefined)).toEqual([]);
  });

  it('keeps the trash, gives back from it, and erases only after it was asked', async () => {
    await show('#inbox');
    await library.waitForSelector('.row h2 a[href$="=delta"]');
    await library.click('.row h2 a[href$="=delta"]');
    await library.waitForSelector('.detail textarea:enabled');
    await library.keyboard.press('#');
    await waitForText(library, '.undo-bar', /moved to Trash/);
    await library.keyboard.press('z');
    await waitForText(library, '.undo-bar', /Undone/);
    expect((await readAll(library, 'readings')).filter((row) => row['trashedAt'] !== undefined)).toEqual([]);
    await library.click('.row h2 a[href$="=delta"]');
    await library.keyboard.press('#');
    await show('#trash');
    await waitForText(library, '.rows .row', /Erased in 30 days/);

    await press('Empty Trash…');
    await waitForText(library, 'dialog[open]', /Erase one article for good\?/);
    await library.keyboard.press('Escape');
    await library.waitForSelector('dialog', { hidden: true });
    expect(await idsIn('articles')).toHaveLength(5);

    await press('Empty Trash…');
    await press('Erase for good');
    await waitForText(library, 'main', /The trash is empty/);
    await expect.poll(() => idsIn('articles'), PATIENCE).toEqual(['anchor', 'beacon', 'canal', 'estuary']);
    expect(await countsOf('readings', 'versions', 'bodies')).toEqual([4, 4, 4]);
  });

  it('completes conditions of a search by the keyboard, and gives the rows back to it', async () => {
    await show('#inbox');
    await library.waitForSelector('.rows .row h2');
    await library.keyboard.press('/');
    await library.keyboard.type('harbour is');
    await waitForText(library, OFFERED, /^is:/);
    await library.keyboard.press('ArrowDown');
    await library.keyboard.press('Enter');
    await waitForText(library, '[role="listbox"]', /not begun/);
    await library.keyboard.type('un');
    await waitForText(library, OFFERED, /^unread/);
    await library.keyboard.press('ArrowDown');
    expect(await library.$eval('.find input', (field) => field.getAttribute('aria-activedescendant'))).toBe(
      await library.$eval('[role="option"]', ({ id }) => id),
    );
    await library.keyboard.press('Tab');
    await waitForText(library, '.find .found', /4 results/);
    expect(await library.$eval('.find input', ({ value }) => value)).toBe('harbour is:unread ');
    await library.waitForSelector('[role="listbox"]', { hidden: true });
    await library.keyboard.press('ArrowDown');
    await library.waitForFunction(() => document.activeElement?.closest('.row') !== null);
  });

  it('says that a page is here under another address, and makes one of both with a way back', async () => {
    const first = site.url('footnotes');
    const other = `${first}?view=print`;
    for (const url of [first, other]) {
      const page = await chromium.open(url);
      const popup = await chromium.clickToolbar(page);
      await waitForSave(popup);
      if (url === first) await popup.close();
      else {
        await addTag(popup, 'Twice');
        await waitForText(popup, '.card', /You may already have this/);
        const trashed = async () => {
          const gone = (await readAll(library, 'readings')).filter((row) => row['trashedAt'] !== undefined);
          const articles = await readAll(library, 'articles');
          return articles.filter(({ id }) => gone.some((row) => row['articleId'] === id)).map((row) => row['url']);
        };
        await popup.locator('::-p-aria([name="Keep only that one"])').click();
        await expect.poll(trashed, PATIENCE).toEqual([other]);
        // The tag came along, to the card that is shown now.
        await popup.waitForSelector('[aria-label="Remove tag Twice"]');
        await popup.locator('.undo-bar button').click();
        await expect.poll(trashed, PATIENCE).toEqual([]);
      }
      await page.close();
    }
  });

  it('erases what lay in the trash for 30 days, in the worker, and nothing that lay there for less', async () => {
    const readings = await readAll(library, 'readings');
    const trashed = (name: string, ago: number) => {
      const trashedAt = Date.now() - ago;
      const row = readings.find(({ articleId }) => articleId === name);
      return { ...row, trashedAt, shelves: { trash: trashedAt } };
    };
    await writeRows(library, { readings: [trashed('canal', TRASH_MS + 1000), trashed('estuary', TRASH_MS - 60_000)] });
    await chromium.stopWorker();
    await askWorker(library, { kind: 'run-imports' });
    await expect.poll(() => idsIn('articles'), PATIENCE).not.toContain('canal');
    expect(await idsIn('articles')).toContain('estuary');
    for (const table of ['readings', 'versions'])
      expect(articlesIn(await readAll(library, table))).not.toContain('canal');
  });

  it('makes a file of what a search found, and of the one article that is read', async () => {
    const page = await chromium.openExtensionPage('library.html#search/harbour');
    await page.locator('::-p-aria([name="Select"][role="button"])').click();
    await page.locator('::-p-xpath(//button[starts-with(normalize-space(), "Select all")])').click();
    const chosen = await page.$eval('.bulk-bar [role="status"]', (status) =>
      Number.parseInt(status.textContent ?? '', 10),
    );
    expect(chosen).toBeGreaterThan(1);
    await page.locator('::-p-aria([name="Export…"][role="button"])').click();
    await waitForText(page, '.export-form option:checked', new RegExp(`^${chosen} articles that you chose$`));
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'deny' });
    await page.select('.export-form label:nth-child(2) select', 'text');
    await page.locator('::-p-aria([name="Export"][role="button"])').click();
    await waitForText(page, '.export', new RegExp(`Selected articles\\.zip, of ${chosen} articles`));

    const [{ id, title } = {}] = await readAll(page, 'articles');
    await page.goto(`chrome-extension://${chromium.extensionId}/reader.html?article=${id}`);
    await page.locator('::-p-aria([name="More"][role="button"])').click();
    await page.locator('::-p-aria([name="Export…"][role="button"])').click();
    await waitForText(page, '.export-form option:checked', /^1 article that you chose$/);
    await page.select('.export-form label:nth-child(2) select', 'epub');
    await page.locator('::-p-aria([name="Export"][role="button"])').click();
    await waitForText(page, '.export', new RegExp(`${title}\\.epub, of 1 article, is in your downloads`));
    await page.close();
  });

  it('keeps every word of two windows that type into one note at the same time', async () => {
    const one = await chromium.openExtensionPage('library.html#inbox/anchor');
    const other = await chromium.openExtensionPage('library.html#inbox/anchor');
    for (const page of [one, other]) await page.waitForSelector('.detail textarea:enabled');
    const words = (name: string) => Array.from({ length: 4 }, (_, n) => `${name}${n} `);
    await Promise.all([
      one.evaluate(typeLetters, words('here').join(''), 'end'),
      other.evaluate(typeLetters, words('there').join(''), 'start'),
    ]);
    const fieldOf = (page: Page) => page.$eval('.detail textarea', (field) => (field as HTMLTextAreaElement).value);
    const kept = async () =>
      (await readAll(library, 'notes')).find(({ articleId }) => articleId === 'anchor')?.['text'];
    await expect
      .poll(async () => new Set([await fieldOf(one), await fieldOf(other), await kept()]).size, { timeout: 30_000 })
      .toBe(1);
    const text = await fieldOf(one);
    for (const word of [...words('here'), ...words('there')]) expect(text).toContain(word);
    await Promise.all([one.close(), other.close()]);
  });

  it('changes 5,000 articles at once, all of them or none, with one way back', async () => {
    const names = Array.from({ length: 5000 }, (_, n) => `many-${n}`);
    const at = Date.UTC(2026, 8, 1);
    await writeRows(library, {
      articles: names.map((id) => ({
        id,
        url: `https://many.example/${id}`,
        urlKey: `https://many.example/${id}`,
        title: id,
        authors: [],
        siteName: 'Many',
        excerpt: '',
        direction: 'ltr',
        wordCount: 0,
        savedAt: at,
        updatedAt: at,
      })),
      readings: names.map((articleId, n) => {
        const favouriteAt = n % 3 === 0 ? { favouriteAt: at } : {};
        const shelves = n % 3 === 0 ? { inbox: at, favourites: at } : { inbox: at };
        return { articleId, savedAt: at, progress: 0, updatedAt: at, ...favouriteAt, shelves };
      }),
      taggings: names.slice(0, 500).map((articleId) => {
        return { articleId, tagKey: 'sea', label: 'sea', shownKey: 'sea', addedAt: at, updatedAt: at };
      }),
    });
    const state = () => library.evaluate(digestState);
    const before = await state();
    await library.goto(`chrome-extension://${chromium.extensionId}/library.html#inbox`);
    await library.reload();
    await waitForText(library, '.view-head', /5,0\d\d articles/);
    await press('Select');
    await library.locator('.bulk-bar .text-button').click();
    await waitForText(library, '.bulk-bar', /5,0\d\d selected/);

    // A click in the middle: by hand of a script in the page, which sees each step of the progress.
    await library.evaluate(() => {
      const watch = new MutationObserver(() => {
        const progress = document.querySelector<HTMLProgressElement>('.bulk-bar progress');
        if (!progress || progress.value < progress.max / 3) return;
        watch.disconnect();
        document.querySelector<HTMLElement>('.bulk-bar .button')?.click();
      });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await press('Move to Trash');
    await waitForText(library, '.bulk-bar', /Stopped\. Nothing was changed\./);
    expect(await state()).toBe(before);

    await press('Move to Trash');
    await waitForText(library, '.undo-bar', /5,0\d\d articles moved to Trash/);
    await waitForText(library, 'main', /Nothing to read/);
    expect(await state()).not.toBe(before);
    await library.keyboard.press('z');
    await waitForText(library, '.undo-bar', /Undone/);
    expect(await state()).toBe(before);
  }, 60_000);

  it('tells a page that Lectern was updated under it, and lets the upgrade through', async () => {
    const stale = await chromium.openExtensionPage('library.html#inbox/anchor');
    const errors: unknown[] = [];
    stale.on('pageerror', (error) => errors.push(error));
    // Before another page hides it: a hidden one draws nothing.
    await stale.waitForSelector('.detail textarea:enabled');
    const reader = await chromium.openExtensionPage('reader.html?article=anchor');
    await reader.waitForSelector('.article-body p');
    await chromium.stopWorker();
    const before = await readAll(library, 'notes');
    await library.goto('about:blank');
    // As an update does: a newer Lectern, in a page of its own, opens the database with a newer version.
    const newer = await chromium.openExtensionPage('icon/16.png');
    await expect.poll(() => stale.evaluate(() => document.readyState), PATIENCE).toBe('complete');
    expect(await newer.evaluate(upgrade)).toBe('upgraded');
    for (const page of [stale, reader])
      await waitForText(page, '.alarm-bar', /Lectern was updated\. Everything you wrote is kept/);
    expect(await stale.$eval('.alarm-bar a', (link) => link.textContent)).toBe('Load again');
    // By then the page has looked at its library, and must not say that it does not open.
    await expect.poll(() => stale.evaluate(() => performance.now()), PATIENCE).toBeGreaterThan(4000);
    expect(await stale.$$eval('.alarm-bar', (bars) => bars.length)).toBe(1);
    // Older code writes nothing into newer tables, and says so.
    await stale.evaluate(typeLetters, 'late', 'end');
    await waitForText(stale, '.note-failure', /This note is not kept yet/);
    expect(await readAll(newer, 'notes')).toEqual(before);
    // What is offered beside the rows is asked for by then, and its failure is no news.
    expect(errors).toEqual([]);
    for (const page of [stale, reader, newer]) await page.close();
  });
});

// The functions below are serialised into a page: they may use nothing from this module.

/** Types into the note as fast as the page lets one, letter by letter. */
async function typeLetters(letters: string, place: string): Promise<void> {
  const field = document.querySelector<HTMLTextAreaElement>('.detail textarea');
  if (!field) throw new Error('There is no note to type into.');
  field.focus();
  if (place === 'start') field.setSelectionRange(0, 0);
  else field.setSelectionRange(field.value.length, field.value.length);
  for (const letter of letters) {
    field.setRangeText(letter, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((go) => setTimeout(go));
  }
}

/** Gives what became of an upgrade: another page may block it. */
function upgrade(): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open('lectern');
    asking.onsuccess = () => {
      const { version } = asking.result;
      asking.result.close();
      const opening = indexedDB.open('lectern', version + 10);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        opening.result.close();
        resolve('upgraded');
      };
    };
  });
}

/**
 * A digest of all that the reader decided on articles; when a row was written last is no part of it.
 */
async function digestState(): Promise<string> {
  const settled = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const sorted = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => name !== 'updatedAt')
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : value;
  const db = await settled(indexedDB.open('lectern'));
  const tables = ['readings', 'taggings', 'listEntries', 'notes', 'highlights'];
  const transaction = db.transaction(tables);
  const rows = await Promise.all(tables.map((table) => settled(transaction.objectStore(table).getAll())));
  db.close();
  const bytes = new TextEncoder().encode(JSON.stringify(rows, sorted));
  return String(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
