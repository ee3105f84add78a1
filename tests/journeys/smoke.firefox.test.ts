import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import type { FirefoxDocument } from '../support/firefox-document.ts';
import { startOnePageSite } from '../support/one-page-site.ts';
import { writeProbeExtension } from '../support/probe-extension.ts';

const resultText = () => document.querySelector('#result')?.textContent ?? '';

/** The journeys stand on this support; here it is tried on a small extension of its own. */
describe('support for Firefox', () => {
  let site: Awaited<ReturnType<typeof startOnePageSite>>;
  let extensionDir: string;
  let firefox: Firefox;
  let popup: FirefoxDocument;
  let address: string;

  beforeAll(async () => {
    site = await startOnePageSite();
    address = `http://news.example:${site.port}`;
    extensionDir = await writeProbeExtension('firefox');
    firefox = await launchFirefox({ hosts: ['news.example'], extensionDir });
    await firefox.navigate(`${address}/a`);
    popup = await firefox.clickToolbar();
  });

  afterAll(async () => {
    await firefox?.close();
    site?.close();
    await rm(extensionDir, { recursive: true, force: true });
  });

  it('leads the hosts to the site', async () => {
    expect(await firefox.tab.evaluate(() => [location.href, document.title])).toEqual([`${address}/a`, 'A page']);
  });

  it('clicks the toolbar button, which lets the popup read the tab', async () => {
    await popup.waitFor(resultText);
    expect(await popup.evaluate(resultText)).toBe('A page');
  });

  it('types and clicks in the popup with trusted events', async () => {
    await popup.type('#field', `news.example:${site.port}/b`);
    expect(await popup.evaluate(() => document.querySelector<HTMLInputElement>('#field')?.value)).toContain('/b');
    expect(await popup.evaluate(() => document.querySelector<HTMLElement>('#field')?.dataset['trusted'])).toBe('true');
  });

  it('sees the requests of the extension', async () => {
    const requests = await firefox.watchRequests();
    await firefox.navigate(`${address}/not-the-extension`);
    popup = await firefox.clickToolbar();
    expect(await requests()).toEqual([]);
    await popup.type('#field', `news.example:${site.port}/c`);
    await popup.click('#fetch');
    await expect.poll(requests).toEqual([`${address}/c`]);
  });

  it('closes the popup', async () => {
    await firefox.closePopup();
    await expect(popup.evaluate(() => 1)).rejects.toThrow('closed');
  });

  it('opens a page of the extension, and refuses it the tab', async () => {
    await firefox.open(`${firefox.extensionOrigin}/popup.html`);
    await firefox.tab.waitFor(resultText);
    expect(await firefox.tab.evaluate(resultText)).toContain('Error');
  });

  it('cuts the browser off the network', async () => {
    await firefox.setOffline(true);
    await expect(firefox.navigate(`${address}/d`)).rejects.toThrow(/netOffline|offline/i);
    await firefox.setOffline(false);
    await firefox.navigate(`${address}/d`);
  });

  it('takes a picture', async () => {
    const png = await firefox.tab.screenshot();
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  });
});
