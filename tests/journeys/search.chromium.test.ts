import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForSave } from '../../scripts/tour/use-popup.ts';
import { type Site, startSite } from '../site/server.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { readAll } from '../support/read-database.ts';

const GERMAN_PAGE = `<!doctype html><html lang="de"><title>Wer die Lampen putzt</title>
  <article><h1>Wer die Lampen putzt</h1>${[
    'Am Ende der Mole steht seit hundert Jahren ein Turm, und bis zum vorigen Winter stieg jeden Abend jemand hinauf.',
    'Von allen Leuchttürmen der Küste war er der letzte, dessen Lampe noch von Hand geputzt wurde, mit Kreide und einem Tuch.',
    'Nun brennt dort ein Licht, das sich selbst prüft und eine Nachricht schickt, wenn ihm etwas fehlt. Es fehlt ihm selten etwas.',
    'Wer früher putzte, führt heute Besucher. Sie fragen immer dasselbe, und die Antwort ist immer: ja, man hört den Wind.',
  ]
    .map((words) => `<p>${words}</p>`)
    .join('')}</article></html>`;

describe('the search in Chromium', () => {
  let site: Site;
  let chromium: Chromium;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    for (const slug of ['footnotes', 'japanese', 'cloud-capacity']) {
      const page = await chromium.open(site.url(slug));
      await waitForSave(await chromium.clickToolbar(page));
      await page.close();
    }
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  it('finds an article by its text three keystrokes after the toolbar click', async () => {
    const page = await chromium.open(site.url('footnotes'));
    const popup = await chromium.clickToolbar(page);
    await popup.waitForSelector('.note-field textarea:enabled');
    await popup.keyboard.press('/');
    // The first letters of a word of its text, which no title has.
    await popup.keyboard.type('bic');
    await popup.waitForFunction(() => {
      const rows = document.querySelectorAll('ul[aria-label="Found"] .row-title');
      return rows[0]?.textContent?.startsWith('Cloud makers race');
    });
    await page.close();
  });

  it('shows where the words stand, in other forms and misspelled', async () => {
    const library = await chromium.openExtensionPage('library.html');
    await library.waitForSelector('.rows .row h2');
    await library.keyboard.press('/');
    await library.keyboard.type('capacitiy ');
    await library.waitForFunction(() => /capacity/i.test(document.querySelector('.rows .row mark')?.textContent ?? ''));
    expect(await library.$eval('.search-hints', (hints) => hints.textContent)).toContain('No article has “capacitiy”');
    await library.close();
  });

  it('knows the endings of another language, whose stemmer is a file of its own', async () => {
    const page = await chromium.open(site.url('code-blocks'));
    await page.setContent(GERMAN_PAGE);
    await waitForSave(await chromium.clickToolbar(page));
    await page.close();
    const library = await chromium.openExtensionPage('library.html#search/leuchtturmes%20');
    await library.waitForSelector('.rows .row mark');
    expect(await library.$$eval('.rows .row h2', (titles) => titles.map(({ textContent }) => textContent))).toEqual([
      'Wer die Lampen putzt',
    ]);
    await library.close();
  });

  it('knows a save whose worker was stopped at once, and keeps nothing half done', async () => {
    await chromium.stopWorker();
    const library = await chromium.openExtensionPage('library.html#search/capacity%20');
    await library.waitForSelector('.rows .row mark');
    const inIndex = (await readAll(library, 'indexDeltas')).flatMap(({ parts }) => parts as { articleId: string }[]);
    expect(new Set(inIndex.map(({ articleId }) => articleId)).size).toBe(4);
    await library.close();
  });
});
