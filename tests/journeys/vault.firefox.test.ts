import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../site/pages.ts';
import { type Site, startSite } from '../site/server.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import { waitFor } from '../support/wait-for.ts';

/** Firefox opens no folder to an extension: its daily vaults go among the downloads. The tests are the steps, in order. */
describe('vaults that are made by themselves, in Firefox', () => {
  let site: Site;
  let firefox: Firefox;
  let downloads: string;

  const readVaults = () => readdir(join(downloads, 'Lectern')).catch(() => [] as string[]);

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'lectern-downloads-'));
    site = await startSite();
    firefox = await launchFirefox({ hosts: PAGES.map(({ host }) => host) });
    await firefox.executeChrome(
      `Services.prefs.setIntPref('browser.download.folderList', 2);
      Services.prefs.setStringPref('browser.download.dir', arguments[0]);`,
      downloads,
    );
    await firefox.navigate(site.urlWithPort('cloud-capacity'));
    const popup = await firefox.clickToolbar();
    await popup.waitForText('.status', /Saved to Inbox · 4 pictures kept/);
    await firefox.closePopup();
  });

  afterAll(async () => {
    await firefox?.close();
    await site?.close();
    await rm(downloads, { recursive: true, force: true, maxRetries: 5 });
  });

  it('are allowed by one click and the browser’s question', async () => {
    await firefox.open(`${firefox.extensionOrigin}/transfer.html`);
    await firefox.tab.waitForText('.auto-vaults', /Written by itself into a folder outside of the browser/);
    expect(await readVaults()).toEqual([]);
    await firefox.tab.click('.auto-vaults button');
    await firefox.allowPermission();
    await firefox.tab.waitForText('.auto-vaults', /Written just now, 1 article, .* read back and whole/);
  });

  it('hold the library, in a folder among the downloads', async () => {
    const names = await readVaults();
    expect(names).toEqual([expect.stringMatching(/^lectern-vault-\d{4}-\d{2}-\d{2}-\d{4}\.zip$/)]);
    const files = unzipSync(new Uint8Array(await readFile(join(downloads, 'Lectern', names[0] ?? ''))));
    expect(Object.keys(files).filter((path) => path.startsWith('pictures/'))).toHaveLength(4);
    expect(new TextDecoder().decode(files['index.html'])).toContain('Cloud makers race');
  });

  it('are told in the library', async () => {
    await firefox.open(`${firefox.extensionOrigin}/library.html`);
    await firefox.tab.waitForText('a[href$="#export-title"]', /^Backed up just now$/);
    await firefox.closeTab();
  });

  it('take the place of one of the same minute, and leave no copy in the browser', async () => {
    await firefox.tab.click('.auto-vaults button');
    await firefox.tab.waitForText('.auto-vaults [role="status"]', /Writing and checking/);
    await firefox.tab.waitForText('.auto-vaults [role="status"]', /Written just now/);
    const names = await readVaults();
    expect(names.filter((name) => !/^lectern-vault-\d{4}-\d{2}-\d{2}-\d{4}\.zip$/.test(name))).toEqual([]);
    expect(await firefox.tab.evaluate(readOwnFiles)).toEqual([]);
  });

  it('are gathered on the disk, also where the reader makes one', async () => {
    await firefox.tab.click('.vault:not(.auto-vaults) button');
    await firefox.tab.waitForText('.vault:not(.auto-vaults)', /The vault holds 1 article/);
    expect(await firefox.tab.evaluate(readOwnFiles)).toEqual([expect.stringMatching(/^gathered-\d+$/)]);
    const name = await waitFor('the download', 10_000, async () =>
      (await readdir(downloads)).find((each) => each.endsWith('.zip')),
    );
    const files = unzipSync(new Uint8Array(await readFile(join(downloads, name))));
    expect(new TextDecoder().decode(files['index.html'])).toContain('Cloud makers race');
  });
});

/** Names of what lies in the file system that the browser keeps for Lectern. */
async function readOwnFiles(): Promise<readonly string[]> {
  const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}
