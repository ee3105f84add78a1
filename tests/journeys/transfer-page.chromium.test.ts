import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriersAt } from '../support/axe.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { TRANSFER_STATES } from '../support/transfer-states.ts';

/** The states are steps, in order. */
describe('the page by which reading comes in and goes out, in Chromium', () => {
  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await launchChromium({ sitePort: 9 });
  });

  afterAll(async () => {
    await chromium?.close();
  });

  it.each(TRANSFER_STATES)('has no barrier: $name', async ({ arrange }) => {
    const openAt = async (width: number) => {
      const page = await chromium.browser.newPage();
      await page.setViewport({ width, height: 900 });
      await page.goto(`chrome-extension://${chromium.extensionId}/transfer.html`);
      return page;
    };
    expect(await findBarriersAt(openAt, arrange)).toEqual([]);
  });
});
