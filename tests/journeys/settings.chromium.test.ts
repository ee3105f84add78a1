import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from '../support/axe.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { keepTexts } from '../support/keep-texts.ts';
import { waitFor } from '../support/wait-for.ts';
import { waitForText } from '../support/wait-for-text.ts';

describe('settings in Chromium', () => {
  let chromium: Chromium;
  let settings: Page;
  let reader: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-settings-'));
    chromium = await launchChromium({ sitePort: 9 });
    settings = await chromium.openExtensionPage('library.html#settings');
    await waitForText(settings, 'h1', /^Settings$/);
    await keepTexts(settings, [{ name: 'lighthouse', language: 'en', html: '<p>The keeper lit the lamp.</p>' }]);
    reader = await chromium.openExtensionPage('reader.html?article=lighthouse');
    await waitForText(reader, '.article-body', /lit the lamp/);
    await settings.bringToFront();
    const client = await chromium.browser.target().createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  });

  afterAll(async () => {
    await chromium?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const choose = (theme: string) => settings.locator(`::-p-aria([name="${theme}"][role="radio"])`).click();
  const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

  async function openFile(path: string): Promise<void> {
    const [chooser] = await Promise.all([
      settings.waitForFileChooser(),
      settings.locator('::-p-aria([name="Open a settings file"][role="button"])').click(),
    ]);
    await chooser.accept([path]);
  }

  it('hold at once in every page of Lectern that is open', async () => {
    await choose('Sepia');
    await expect.poll(() => themeOf(reader)).toBe('sepia');
    expect(await themeOf(settings)).toBe('sepia');
    await reader.bringToFront();
    await reader.keyboard.press('+');
    await expect
      .poll(() => reader.$eval('.reader', (element) => (element as HTMLElement).style.cssText))
      .toMatch(/20px/);
    await settings.bringToFront();
  });

  it('go into a file and come back from it, with a way back to those before', async () => {
    await settings.locator('::-p-aria([name="Save settings"][role="button"])').click();
    const path = join(folder, 'lectern-settings.json');
    const text = await waitFor('the file', 10_000, () => readFile(path, 'utf8').catch(() => undefined));
    expect(JSON.parse(text)).toMatchObject({ kind: 'lectern-settings', settings: { theme: 'sepia', textSize: 20 } });

    await choose('Dark');
    await expect.poll(() => themeOf(reader)).toBe('dark');
    await openFile(path);
    await waitForText(settings, '.undo-bar', /Settings taken from the file/);
    await expect.poll(() => themeOf(reader)).toBe('sepia');
    await settings.locator('::-p-xpath(//*[contains(@class, "undo-bar")]//button[contains(., "Undo")])').click();
    await expect.poll(() => themeOf(reader)).toBe('dark');
  });

  it('stay as they are when a file holds none, and say so', async () => {
    const path = join(folder, 'holiday.json');
    await writeFile(path, '{"kind":"photographs"}');
    await openFile(path);
    await waitForText(
      settings,
      '[role="alert"]',
      /“holiday\.json” holds no settings of Lectern\. Nothing was changed\./,
    );
    expect(await themeOf(settings)).toBe('dark');
    expect(await findBarriers(settings)).toEqual([]);
  });
});
