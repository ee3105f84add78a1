import type { Page } from 'puppeteer-core';

/** Waits until the text of the first match of `selector` matches, and says what stood there if it never does. */
export async function waitForText(page: Page, selector: string, pattern: RegExp): Promise<void> {
  try {
    await page.waitForFunction(
      (css, source) => new RegExp(source, 'u').test(document.querySelector(css)?.textContent ?? ''),
      // Not at each frame, as puppeteer would: a tab behind another draws none.
      { timeout: 45_000, polling: 50 },
      selector,
      pattern.source,
    );
  } catch {
    const shown = await page.evaluate(() => document.body.textContent).catch(() => '(the page is gone)');
    throw new Error(`${selector} never said ${pattern}. The page said: ${shown?.slice(0, 1500)}`);
  }
}
