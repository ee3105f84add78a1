import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../site/pages.ts';
import { type Site, startSite } from '../site/server.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import type { FirefoxDocument } from '../support/firefox-document.ts';
import { readAll } from '../support/read-database.ts';

const NOTE = 'Compare with the regulator’s filing.';
const ENTER = '\uE007';
const ROUNDS = 10;

/** One reader, from the click on the toolbar to the text without a network. The tests are the steps, in order. */
describe('the main job in Firefox', () => {
  let site: Site;
  let firefox: Firefox;
  let popup: FirefoxDocument;
  let requests: () => Promise<readonly string[]>;
  let readerUrl: string;

  beforeAll(async () => {
    site = await startSite();
    firefox = await launchFirefox({ hosts: PAGES.map(({ host }) => host) });
    requests = await firefox.watchRequests();
    await firefox.navigate(site.urlWithPort('cloud-capacity'));
  });

  afterAll(async () => {
    await firefox?.close();
    // Closed in the middle of the journey, if it got that far.
    await site?.close().catch(() => undefined);
  });

  it('asks the site for nothing before the click', async () => {
    expect(await requests()).toEqual([]);
  });

  it('keeps the article at the click, with the pictures of its own site', async () => {
    popup = await firefox.clickToolbar();
    await popup.waitForText('.status', /Saved to Inbox · 4 pictures kept · \d+ KB/);
    expect(await popup.evaluate(() => document.querySelector('.card h1')?.textContent)).toBe(
      'Cloud makers race to host the next model generation',
    );
  });

  it('leaves the page as it was', async () => {
    const isChanged = await firefox.tab.evaluate(
      () => document.querySelector('[data-lectern], [data-readability]') !== null,
    );
    expect(isChanged).toBe(false);
  });

  it('takes the save back and brings it back', async () => {
    await popup.click('.status-action');
    await popup.waitForText('.status', /Moved to Trash/);
    await popup.waitForText('#tab-up-next', /^Up next0$/);
    await popup.click('.status-action');
    await popup.waitForText('.status', /Back from Trash/);
    await popup.waitForText('#tab-up-next', /^Up next1$/);
  });

  it('puts it on a new list', async () => {
    await popup.evaluate(() => {
      const chips = [...document.querySelectorAll<HTMLButtonElement>('.chips button')];
      chips.find((chip) => chip.textContent?.trim() === 'List')?.click();
    });
    await popup.type('[aria-label="Name of the new list"]', `AI industry${ENTER}`);
    await popup.waitForText('.chips [data-list-key="1"][aria-pressed="true"]', /^AI industry$/);
  });

  it('keeps a tag', async () => {
    await popup.type('.tag-field input', `cloud${ENTER}`);
    await popup.waitForText('[aria-label="Remove tag cloud"]', /cloud/);
  });

  it('keeps a note typed as the popup closes', async () => {
    await popup.type('.note-field textarea', NOTE);
    await firefox.closePopup();
    await firefox.open(`${firefox.extensionOrigin}/library.html`);
    await expect.poll(() => readAll(firefox.tab, 'notes')).toMatchObject([{ text: NOTE }]);
    await firefox.closeTab();
  });

  it(`keeps each of ${ROUNDS} notes whose popup closed at the last letter`, async () => {
    let kept = NOTE;
    for (let round = 1; round <= ROUNDS; round += 1) {
      popup = await firefox.clickToolbar();
      await popup.waitFor((text) => document.querySelector('textarea')?.value === text, kept);
      await popup.evaluate(() => document.querySelector('textarea')?.select());
      kept = `Round ${round} of notes typed in a hurry`;
      await popup.type('.note-field textarea', kept);
      // The popup closes in the very task that hears the last letter.
      await popup.evaluate(() => {
        document.querySelector('textarea')?.addEventListener('input', () => window.close());
      });
      // Whoever types into a closing window may get no answer.
      await popup.type('.note-field textarea', '.').catch(() => undefined);
      kept += '.';
    }
    popup = await firefox.clickToolbar();
    await popup.waitFor((text) => document.querySelector('textarea')?.value === text, kept);
  });

  it('takes what was typed last in a popup, a note’s tags and a tag, also when it closes', async () => {
    for (const [field, text] of [
      ['.note-field textarea', ' On #capacity'],
      ['.tag-field input', 'power grid'],
    ] as const) {
      await popup.type(field, text);
      await firefox.closePopup();
      popup = await firefox.clickToolbar();
      await popup.waitFor(() => document.querySelector<HTMLTextAreaElement>('.note-field textarea:enabled'));
    }
    await popup.waitForText('.chips', /# capacity[\s\S]*# power grid/);
  });

  it('leaves half a tag alone while another tab is looked at', async () => {
    const library = `${firefox.extensionOrigin}/library.html`;
    await firefox.open(library);
    await firefox.tab.type('.detail .tag-field input', 'half');
    await firefox.open(library);
    await firefox.closeTab();
    const typed = await firefox.tab.evaluate(() => document.querySelector<HTMLInputElement>('.tag-field input')?.value);
    expect(typed).toBe('half');
    expect(await readAll(firefox.tab, 'taggings')).not.toContainEqual(expect.objectContaining({ label: 'half' }));
    await firefox.closeTab();
    popup = await firefox.clickToolbar();
  });

  it('shows the article as it stands at the next click, and reads nothing anew', async () => {
    await popup.waitForText('.status', /In your library/);
    expect(await readAll(popup, 'versions')).toHaveLength(1);
    await popup.evaluate(() => document.querySelector('textarea')?.select());
    await popup.type('.note-field textarea', NOTE);
    await expect.poll(() => readAll(popup, 'notes')).toMatchObject([{ text: NOTE }]);
  });

  it('opens the reader in a tab', async () => {
    await popup.click('.card-actions .is-primary');
    await firefox.tab.waitForText('article', /Why capacity decides/);
    readerUrl = await firefox.tab.evaluate(() => location.href);
    expect(readerUrl).toContain(`${firefox.extensionOrigin}/reader.html`);
  });

  it('has asked for pictures of the article, and nothing else', async () => {
    const asked = await requests();
    expect(new Set(asked.map((url) => new URL(url).pathname.split('/')[1]))).toEqual(new Set(['pictures']));
  });

  it('reads without a network, and asks for nothing', async () => {
    const before = await requests();
    await site.close();
    await firefox.setOffline(true);
    await firefox.open(readerUrl);
    await firefox.tab.waitForText('article', /Why capacity decides/);
    await firefox.tab.waitFor(() => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('article img')];
      return pictures.length === 4 && pictures.every((picture) => picture.complete && picture.naturalWidth > 0);
    });
    const schemes = await firefox.tab.evaluate(() =>
      [...document.querySelectorAll<HTMLImageElement>('article img')].map(({ src }) => src.split(':')[0]),
    );
    expect(schemes).toEqual(Array(4).fill('blob'));
    await firefox.tab.waitFor((note) => document.querySelector('textarea')?.value === note, NOTE);
    expect(await requests()).toEqual(before);
  });

  it('shows it in the library under its list and tag, with its note, without a network', async () => {
    const before = await requests();
    await firefox.open(`${firefox.extensionOrigin}/library.html`);
    await firefox.tab.waitForText('body', /AI industry[\s\S]*cloud[\s\S]*Cloud makers race/);
    await firefox.tab.click('.row-words a');
    await firefox.tab.waitFor((note) => document.querySelector('textarea')?.value === note, NOTE);
    expect(await requests()).toEqual(before);
  });

  it('finds it by a word of its text, opens it from there, and leads back to the search', async () => {
    await firefox.navigate(`${firefox.extensionOrigin}/library.html#search/capacity`);
    await firefox.tab.waitForText('.rows', /Cloud makers race/);
    const address = await firefox.tab.evaluate(
      () => document.querySelector<HTMLAnchorElement>('.row h2 a')?.href ?? '',
    );
    // In a tab of its own there is no history to go back in.
    await firefox.open(address);
    await firefox.tab.waitForText('article', /Why capacity decides/);
    await firefox.tab.click('[aria-label="Back to the library"]');
    await firefox.tab.waitFor(
      () => location.pathname === '/library.html' && location.hash.startsWith('#search/capacity'),
    );
    await firefox.tab.waitForText('.rows', /Cloud makers race/);
  });
});
