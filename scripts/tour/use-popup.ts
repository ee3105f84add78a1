import type { Page } from 'puppeteer-core';

const WAIT_MS = 20_000;

/** Waits for the end of the save and gives the popup's own words for it. @throws Error with those words if nothing was kept. */
export async function waitForSave(popup: Page): Promise<string> {
  const ended = await popup.waitForFunction(
    () => {
      const words = (selector: string) => document.querySelector(`.card ${selector}`)?.textContent ?? '';
      if (document.querySelector('.card[role="alert"]')) {
        return { isKept: false, said: `${words('.status')} ${words('.card-next')}` };
      }
      const said = words('[role="status"]');
      // Last come the pictures: "4 pictures kept", or "No pictures".
      return / pictures?( kept.*)?$/.test(said) ? { isKept: true, said } : undefined;
    },
    { timeout: WAIT_MS },
  );
  const answer = await ended.jsonValue();
  if (answer?.isKept !== true) throw new Error(`Lectern kept nothing and said: ${answer?.said.trim()}`);
  return answer.said;
}

/** Makes a list as a reader would, and waits until the article stands on it. */
export async function putOnNewList(popup: Page, name: string): Promise<void> {
  await popup.evaluate(() => {
    const chips = [...document.querySelectorAll<HTMLButtonElement>('.chips button')];
    chips.find((chip) => chip.textContent?.trim() === 'List')?.click();
  });
  await popup.type('[aria-label="Name of the new list"]', name);
  await popup.keyboard.press('Enter');
  await waitForPressedChip(popup, name);
}

export async function putOnList(popup: Page, name: string): Promise<void> {
  await popup.waitForSelector('.chips [data-list-key]');
  await popup.evaluate((wanted) => {
    const chips = [...document.querySelectorAll<HTMLButtonElement>('.chips [data-list-key]')];
    chips.find((chip) => chip.textContent === wanted)?.click();
  }, name);
  await waitForPressedChip(popup, name);
}

export async function addTag(popup: Page, label: string): Promise<void> {
  await popup.type('.tag-field input', label);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector(`[aria-label="Remove tag ${label}"]`);
}

/** Faster than anyone types: 100 keystrokes a second. */
const MS_PER_KEY = 10;

/** Types a note; every keystroke is kept, so there is nothing to press. */
export async function writeNote(popup: Page, text: string): Promise<void> {
  await popup.waitForSelector('.note-field textarea:enabled');
  await popup.type('.note-field textarea', text, { delay: MS_PER_KEY });
}

/** Waits until the popup shows the note. @throws Error that says what it shows instead. */
export async function waitForNote(popup: Page, text: string): Promise<void> {
  const read = () => document.querySelector<HTMLTextAreaElement>('.note-field textarea')?.value;
  await popup
    .waitForFunction((wanted) => document.querySelector('textarea')?.value === wanted, { timeout: WAIT_MS }, text)
    .catch(async () => {
      throw new Error(`the note should say “${text}”, and says “${await popup.evaluate(read)}”.`);
    });
}

/** Takes the cursor out of a field, so that keys are the popup's again. */
export async function leaveFields(popup: Page): Promise<void> {
  await popup.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

/** Presses Enter, as the popup says, and gives the reader that opens in a tab. */
export async function readNow(popup: Page): Promise<Page> {
  const opened = popup.browser().waitForTarget((target) => target.url().includes('/reader.html'), { timeout: WAIT_MS });
  // The popup closes at the key, at times before the key is let go; whether the reader opens is what counts.
  await popup.keyboard.press('Enter').catch(() => undefined);
  const reader = await (await opened).asPage();
  // What is asked of a tab that is still on its way to its page is lost.
  await reader.waitForSelector('article h1', { timeout: WAIT_MS });
  return reader;
}

async function waitForPressedChip(popup: Page, name: string): Promise<void> {
  await popup.waitForFunction(
    (wanted) => {
      const chips = [...document.querySelectorAll('.chips [data-list-key][aria-pressed="true"]')];
      return chips.some((chip) => chip.textContent === wanted);
    },
    { timeout: WAIT_MS },
    name,
  );
}
