import type { Page } from 'puppeteer-core';
import { waitForText } from './wait-for-text.ts';

/** A state of the page by which reading comes in and goes out, and how one comes there. */
export interface TransferState {
  readonly name: string;
  readonly arrange: (page: Page) => Promise<unknown>;
}

const CSV = `title,url,time_added,tags,status
A lamp that is older than the harbour it was made for,https://tide.example/lamp,1600000001,sea|light,unread
A page behind a door,https://tide.example/door?access_token=abcdef0123456789,1600000002,sea,unread
A button and no page,javascript:void(0),1600000003,,unread
A file of one's own,file:///home/ada/notes.html,1600000004,,archive
`;

/** In this order: the last ones need what the ones before them brought in. */
export const TRANSFER_STATES: readonly TransferState[] = [
  { name: 'nothing dropped yet', arrange: (page) => waitForText(page, '#app', /A vault every day/) },
  { name: 'a file was read', arrange: dropFile },
  {
    name: 'its links are in the library',
    arrange: async (page) => {
      await dropFile(page);
      // Where they are here already they join.
      await page.click('.start .is-primary');
      await waitForText(page, '#app', /Earlier imports/);
    },
  },
  {
    name: 'an address to be exported holds a key',
    arrange: async (page) => {
      await waitForText(page, '#app', /Earlier imports/);
      await page.select('.export-form select:has(option[value="epub"])', 'html');
      await press(page, 'Export');
      await waitForText(page, '.export [role="alert"]', /may hold a key/);
    },
  },
  {
    name: 'a format that lacks something is chosen',
    arrange: async (page) => {
      await waitForText(page, '#app', /Earlier imports/);
      await page.select('.export-form select:has(option[value="epub"])', 'pocket-csv');
      await page.waitForSelector('.export-form');
    },
  },
];

async function dropFile(page: Page): Promise<void> {
  await page.waitForSelector('input[type=file][multiple]');
  await page.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file][multiple]');
    const dropped = new DataTransfer();
    dropped.items.add(new File([text], 'part_000000.csv', { type: 'text/csv' }));
    if (input) input.files = dropped.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  }, CSV);
  await waitForText(page, '#app', /Not taken, and why/);
}

async function press(page: Page, words: string): Promise<void> {
  const button = await page.waitForSelector(`::-p-xpath(//button[starts-with(normalize-space(), "${words}")])`);
  await button?.click();
}
