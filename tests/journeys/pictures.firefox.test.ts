import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../site/pages.ts';
import { CLOSED_PICTURE_HOST, OPEN_PICTURE_HOST, type Site, startSite } from '../site/server.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import type { FirefoxDocument } from '../support/firefox-document.ts';
import { readAll } from '../support/read-database.ts';

interface ExtensionWindow {
  readonly browser: { readonly alarms: { readonly getAll: () => Promise<readonly { readonly name: string }[]> } };
}

/** What will wake the background without anyone's help. */
const readAlarms = async () => {
  const { browser } = window as unknown as ExtensionWindow;
  return (await browser.alarms.getAll()).map(({ name }) => name);
};

/** Pictures as Firefox lets them be kept: through the page, through the permission, and over a stop of the worker. */
describe('pictures in Firefox', () => {
  let site: Site;
  let firefox: Firefox;
  let popup: FirefoxDocument;

  /** How each picture of the page stands, by the name of its file. */
  const readStates = async (page: FirefoxDocument, slug: string): Promise<Readonly<Record<string, unknown>>> => {
    const articles = await readAll(page, 'articles');
    const article = articles.find(({ url }) => String(url).endsWith(`/${slug}`));
    const pictures = (await readAll(page, 'pictures')).filter(({ articleId }) => articleId === article?.['id']);
    return Object.fromEntries(
      pictures.map(({ url, state, reason }) => [
        String(url).split('/').at(-1),
        reason === undefined ? state : `${state}: ${reason}`,
      ]),
    );
  };

  beforeAll(async () => {
    site = await startSite();
    firefox = await launchFirefox({
      hosts: [...PAGES.map(({ host }) => host), CLOSED_PICTURE_HOST, OPEN_PICTURE_HOST],
    });
  });

  afterAll(async () => {
    await firefox?.close();
    await site?.close();
  });

  it('keeps those of the page’s own site and those that any site may read', async () => {
    await firefox.navigate(site.urlWithPort('far-pictures'));
    popup = await firefox.clickToolbar();
    await popup.waitForText('.status', /\d of \d pictures kept/);
    expect(await readStates(popup, 'far-pictures')).toEqual({
      'relay-lines.webp': 'blocked: unreachable',
      'tide-gauge.webp': 'kept',
      'cooling-towers.jpg': 'kept',
      'not-a-picture.jpg': 'failed: not-a-picture',
      'gone.jpg': 'failed: not-found',
    });
  });

  it('offers the permission for the others', async () => {
    await popup.waitForText('.offer', /^One picture comes from another site/);
  });

  it('keeps them as soon as the permission is given', async () => {
    await popup.click('.offer .text-button');
    await firefox.allowPermission();
    await firefox.open(`${firefox.extensionOrigin}/library.html`);
    await expect
      .poll(() => readStates(firefox.tab, 'far-pictures'), { timeout: 10_000 })
      .toMatchObject({ 'relay-lines.webp': 'kept', 'gone.jpg': 'failed: not-found' });
  });

  it('goes on with its queue after the background was stopped in the middle', async () => {
    await firefox.open(site.urlWithPort('slow-pictures'));
    popup = await firefox.clickToolbar();
    await popup.waitForText('.status', /Keeping pictures… [1-5] of 6/);
    await firefox.closePopup();
    await firefox.stopBackground();
    await firefox.open(`${firefox.extensionOrigin}/library.html`);
    await pause(2500);
    const stopped = Object.values(await readStates(firefox.tab, 'slow-pictures'));
    expect(stopped).toContain('waiting');
    expect(await firefox.tab.evaluate(readAlarms)).toEqual(['keep-pictures']);
    await firefox.wakeBackground();
    await expect
      .poll(async () => Object.values(await readStates(firefox.tab, 'slow-pictures')), { timeout: 15_000 })
      .toEqual(Array(6).fill('kept'));
  });
});
