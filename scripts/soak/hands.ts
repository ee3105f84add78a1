import type { Page } from 'puppeteer-core';
import { waitFor } from '../../tests/support/wait-for.ts';

// What a reader's hands do on a page. Handles of elements would keep what they stand for alive, and so would be seen as a
// leak of the page: nothing here holds one.

/** How long a page may take to show something. */
export const PATIENCE_MS = 15_000;

/** Waits until something is on the page, and true. @throws Error that says what the page says instead */
export async function until<Given>(
  page: Page,
  what: string,
  look: (given: Given) => unknown,
  given?: Given,
): Promise<void> {
  const isSo = async () => Boolean(await page.evaluate(look as (given: unknown) => unknown, given));
  await waitFor(what, PATIENCE_MS, isSo).catch(async (error: unknown) => {
    const words = await page.evaluate(() => (document.body.textContent ?? '').replace(/\s+/g, ' ')).catch(String);
    throw new Error(`${String(error)} The page said: ${words.slice(0, 600)} … ${words.slice(-400)}`);
  });
}

export const untilThere = (page: Page, selector: string): Promise<void> =>
  until(page, selector, (css) => document.querySelector(css) !== null, selector);

/**
 * A click on an element; with `words` on the first whose text begins with them. Not by its place: on a busy machine something else
 * may stand there a moment later.
 */
export const clickOn = (page: Page, selector: string, words = ''): Promise<void> =>
  until(
    page,
    `${selector} ${words}`,
    ([css, start]) => {
      const element = [...document.querySelectorAll<HTMLElement>(css)].find(
        (one) => one.checkVisibility() && (one.textContent ?? '').trim().startsWith(start) && !one.matches(':disabled'),
      );
      element?.focus();
      element?.click();
      return element !== undefined;
    },
    [selector, words] as const,
  );

/** Takes the cursor out of a field, so that keys are the page's again. */
const leaveFields = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });

export async function press(page: Page, key: Parameters<Page['keyboard']['press']>[0]): Promise<void> {
  await leaveFields(page);
  await page.keyboard.press(key);
}

/** Writes after what stands in a field, or in its place. */
export async function writeIn(page: Page, selector: string, words: string, inPlace: boolean): Promise<void> {
  await untilThere(page, `${selector}:enabled`);
  await page.evaluate((css) => document.querySelector<HTMLElement>(css)?.focus(), selector);
  await page.keyboard.down('Control');
  await page.keyboard.press(inPlace ? 'a' : 'End');
  await page.keyboard.up('Control');
  if (inPlace) await page.keyboard.press('Backspace');
  for (const letter of words) await page.keyboard.sendCharacter(letter);
}
