import type { Page } from 'puppeteer-core';
import type { Site } from '../../tests/site/server.ts';
import type { Chromium } from '../../tests/support/chromium.ts';
import { DEMO_SLUG } from '../tour/demo.ts';
import { addTag, leaveFields, putOnList, readNow, waitForSave, writeNote } from '../tour/use-popup.ts';
import type { Camera, Frame, Scheme } from './camera.ts';
import { readTo } from './read-to.ts';

const LIBRARY: Frame = { width: 1400, height: 900, scale: 1 };
const READER: Frame = { width: 1400, height: 1000, scale: 1 };
const NARROW: Frame = { width: 400, height: 800, scale: 1.5 };
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** Keeps the show article and pictures the popup just after; leaves the article on a list, with a tag and a note. Gives its reader. */
export async function picturePopup(chromium: Chromium, site: Site, camera: Camera): Promise<Page> {
  const article = await chromium.open(site.url(DEMO_SLUG));
  const popup = await chromium.clickToolbar(article);
  await waitForSave(popup);
  // A popup's size can not be set: it is 400 × 600 by its own style.
  for (const scheme of SCHEMES) await camera.take(popup, `popup-${scheme}`, scheme);
  await putOnList(popup, 'AI industry');
  await addTag(popup, 'cloud');
  await addTag(popup, 'energy');
  await writeNote(popup, 'Same wording as the grid report in March. Compare.');
  await leaveFields(popup);
  return readNow(popup);
}

export async function pictureReader(camera: Camera, reader: Page): Promise<void> {
  await readTo(reader, 0.4);
  // A new page stands at its place; the pictures show the head of the article.
  await toTop(reader);
  for (const scheme of SCHEMES) await camera.take(reader, `reader-${scheme}`, scheme, READER);
  await chooseTheme(reader, 'Sepia');
  await camera.take(reader, 'reader-sepia', 'light', READER);
  await chooseTheme(reader, 'System');
  await camera.take(reader, 'reader-narrow-light', 'light', NARROW);
}

export async function pictureLibrary(chromium: Chromium, camera: Camera): Promise<void> {
  const library = await chromium.openExtensionPage('library.html');
  await library.waitForSelector('.rows .row h2');
  for (const scheme of SCHEMES) await camera.take(library, `library-${scheme}`, scheme, LIBRARY);
  await camera.take(library, 'library-narrow-light', 'light', NARROW);
}

async function toTop(reader: Page): Promise<void> {
  await reader.evaluate(() => scrollTo(0, 0));
}

/** Through the type sheet's own choice, which is there while the sheet is folded. */
async function chooseTheme(reader: Page, name: string): Promise<void> {
  await reader.evaluate((wanted) => {
    const labels = [...document.querySelectorAll('label')];
    labels.find((label) => label.textContent?.trim() === wanted)?.click();
  }, name);
}
