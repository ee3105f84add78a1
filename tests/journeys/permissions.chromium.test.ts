import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { writeProbeExtension } from '../support/probe-extension.ts';

const build = resolve(import.meta.dirname, '../../.output/chrome-mv3');

describe('what Chromium says of the permissions', () => {
  let chromium: Chromium;
  let judgeDir: string;
  let judge: Page;

  /** The sentences a reader would see before installing. Asked of the browser by an extension that may. */
  const warningsOf = (manifest: object): Promise<unknown> =>
    judge.evaluate(`chrome.management.getPermissionWarningsByManifest(${JSON.stringify(JSON.stringify(manifest))})`);

  beforeAll(async () => {
    chromium = await launchChromium({ sitePort: 9, extensionDir: build });
    judgeDir = await writeProbeExtension('chromium', ['management']);
    const judgeId = await chromium.browser.installExtension(judgeDir);
    judge = await chromium.open(`chrome-extension://${judgeId}/popup.html`);
  });

  afterAll(async () => {
    await chromium?.close();
    await rm(judgeDir, { recursive: true, force: true });
  });

  it('warns of nothing when Lectern is installed', async () => {
    const manifest: object = JSON.parse(await readFile(resolve(build, 'manifest.json'), 'utf8'));
    expect(await warningsOf(manifest)).toEqual([]);
  });

  it('would warn of access to sites', async () => {
    const manifest: object = JSON.parse(await readFile(resolve(build, 'manifest.json'), 'utf8'));
    expect(await warningsOf({ ...manifest, host_permissions: ['*://*/*'] })).toHaveLength(1);
  });

  it('has no content script registered', async () => {
    const page = await chromium.openExtensionPage('popup.html');
    expect(await page.evaluate('chrome.scripting.getRegisteredContentScripts()')).toEqual([]);
  });
});
