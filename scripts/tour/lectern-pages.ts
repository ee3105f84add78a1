import type { Page } from 'puppeteer-core';
import { countRequests } from '../../tests/support/chromium.ts';

/** Loads a page of Lectern anew without a network; gives the addresses it asks for, which grow while it is open. */
export async function reloadOffline(page: Page): Promise<readonly string[]> {
  await page.setOfflineMode(true);
  const requests = await countRequests(page);
  await page.reload();
  return requests;
}

/** Chooses a list in the library's sidebar and gives the titles that stand on it, in order. */
export async function openList(library: Page, name: string): Promise<readonly string[]> {
  await library.waitForFunction(
    (wanted) => {
      const links = [...document.querySelectorAll<HTMLElement>('.sidebar .side-link')];
      const link = links.find((each) => each.querySelector('.side-name')?.textContent === wanted);
      link?.click();
      return link !== undefined;
    },
    {},
    name,
  );
  const rows = `.rows ol[aria-label="${name}"] .row h2`;
  await library.waitForSelector(rows);
  return library.$$eval(rows, (heads) => heads.map((head) => head.textContent ?? ''));
}
