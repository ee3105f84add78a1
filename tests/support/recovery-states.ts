import type { Page } from 'puppeteer-core';
import { waitForText } from './wait-for-text.ts';

/** What the recovery page can have to say, and how one comes there without damage to the library. */
export const RECOVERY_STATES: readonly { readonly name: string; readonly arrange: (page: Page) => Promise<void> }[] = [
  {
    name: 'is well',
    arrange: (page) => waitForText(page, '.lead', /nothing that was here is missing/),
  },
  {
    name: 'does not open',
    arrange: async (page) => {
      await page.evaluateOnNewDocument(openNothing);
      await page.reload();
      await waitForText(page, '.is-lost', /The library does not open.*Internal error/);
      await (await page.waitForSelector('.is-lost .button'))?.click();
      await waitForText(page, '.is-lost', /Remove the damaged files/);
    },
  },
  {
    name: 'is broken',
    arrange: async (page) => {
      await page.evaluateOnNewDocument(digestOtherwise);
      await page.reload();
      await waitForText(page, '.is-lost', /not what was kept/);
      await (await page.waitForSelector('::-p-xpath(//button[normalize-space() = "Check"])'))?.click();
      await waitForText(page, '.recovery', /Found:/);
    },
  },
];

// The functions below are serialised into a page: they may use nothing from this module.

/** As Chromium 156 answers where LevelDB's MANIFEST is lost. */
function openNothing(): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (this: IDBFactory, ...given: [name: string, version?: number]) {
    if (given[0] === 'lectern')
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    return open.apply(this, given);
  };
}

/** No text or picture has the checksum that it was kept with. */
function digestOtherwise(): void {
  const digest = SubtleCrypto.prototype.digest;
  SubtleCrypto.prototype.digest = function (this: SubtleCrypto, algorithm: AlgorithmIdentifier) {
    return digest.call(this, algorithm, new Uint8Array([1, 2, 3]));
  };
}
