import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startSite } from '../tests/site/server.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { readKept } from '../tests/support/kept-article.ts';
import { markForStates, READER_STATES } from '../tests/support/reader-states.ts';
import { scriptVoices } from '../tests/support/scripted-voice.ts';
import { waitForSave } from './tour/use-popup.ts';

// `npm run screenshots:states -- --into DIR`: every state of the reader in each theme at three widths, to be looked at. Not kept.
// `--only find-bar,keys` takes some of them.

const WIDTHS = [380, 900, 1500] as const;
const THEMES = ['light', 'dark', 'sepia'] as const;
const { values } = parseArgs({
  options: { into: { type: 'string', default: '.output/states' }, only: { type: 'string' } },
});
const folder = resolve(values.into);
const states = READER_STATES.filter(({ name }) => values.only?.split(',').includes(name) ?? true);

await mkdir(folder, { recursive: true });
const site = await startSite();
const chromium = await launchChromium({ sitePort: site.port, size: { width: 1500, height: 1000 } });
try {
  const ids = new Map<string, string>();
  for (const slug of ['footnotes', 'cloud-capacity']) {
    const page = await chromium.open(site.url(slug));
    const popup = await chromium.clickToolbar(page);
    await waitForSave(popup);
    ids.set(slug, String((await readKept(popup, site.url(slug))).article['id']));
    await popup.close();
    await page.close();
  }
  const library = await chromium.openExtensionPage('library.html');
  await markForStates(library, ids.get('cloud-capacity') ?? '');
  for (const { name, slug, arrange } of states) {
    for (const width of WIDTHS) {
      const page = await chromium.browser.newPage();
      await scriptVoices(page);
      await page.setViewport({ width, height: width < 500 ? 780 : 950 });
      const path = slug === undefined ? 'library.html#notes' : `reader.html?article=${ids.get(slug)}`;
      await page.bringToFront();
      await page.goto(`chrome-extension://${chromium.extensionId}/${path}`);
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await arrange(page);
      for (const theme of THEMES) {
        await library.evaluate(`chrome.storage.local.set({ settings: { theme: '${theme}' } })`);
        await page.waitForSelector(`:root[data-theme="${theme}"]`);
        await page.evaluate(() => new Promise((resume) => setTimeout(resume, 250)));
        await writeFile(join(folder, `${name}-${width}-${theme}.png`), await page.screenshot());
      }
      await page.close();
    }
    console.log(name);
  }
} finally {
  await chromium.close();
  await site.close();
}
