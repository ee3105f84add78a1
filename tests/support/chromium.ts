import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type Browser,
  type Extension,
  launch,
  type Page,
  ProtocolError,
  type Target,
  TargetType,
  type WebWorker,
} from 'puppeteer-core';
import { findChromium } from '../../scripts/find-browsers.mjs';
import { waitFor } from './wait-for.ts';

export interface ChromiumOptions {
  /** Port of the demo site; every `*.example` host leads to it. */
  readonly sitePort: number;
  readonly headless?: boolean;
  /** Keeps the browser's own sandbox, for pages that we did not write. Root, and most containers, can not have it. */
  readonly isSandboxed?: boolean;
  /** A profile to keep, for a second launch on the same data. A temporary one, deleted at the end, if left out. */
  readonly userDataDir?: string;
  /** The build to install; the Chromium build in `.output` if left out. */
  readonly extensionDir?: string;
  /** Every host leads to the demo site, so that nothing a page asks for leaves this machine. */
  readonly isShut?: boolean;
  /** How long one call into a page may take, in milliseconds; 180,000 if left out. */
  readonly protocolTimeout?: number;
  readonly size?: { readonly width: number; readonly height: number };
}

/** A running Chromium with the extension installed. */
export interface Chromium {
  readonly browser: Browser;
  readonly extension: Extension;
  readonly extensionId: string;
  /** Opens an address in a new tab. */
  open(url: string): Promise<Page>;
  /** Opens a page of the extension, as in `library.html`. */
  openExtensionPage(path: string): Promise<Page>;
  /** A real click on the toolbar button over a page, with the real `activeTab` grant; gives the popup. */
  clickToolbar(page: Page): Promise<Page>;
  /** The extension's worker. Waits until something wakes it, such as a message from a page. */
  worker(): Promise<WebWorker>;
  /** Stops the worker as the browser does when it is idle, and waits until it is gone. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

const CHROMIUM_BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const WAIT_MS = 10_000;
const RETRY_MS = 1000;

/** Starts the reader's own Chrome, Chromium, Edge or Brave with a profile of its own. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found; `npm test` installs one or says how.');
  const profile = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'lectern-chromium-')));
  const size = options.size ?? { width: 1280, height: 900 };
  const browser = await launch({
    executablePath,
    headless: options.headless ?? true,
    userDataDir: profile,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    ...(options.protocolTimeout !== undefined && { protocolTimeout: options.protocolTimeout }),
    args: [
      ...(options.isSandboxed === true && process.getuid?.() !== 0 ? [] : ['--no-sandbox']),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--window-size=${size.width},${size.height}`,
      // Without a display the screen is 800 × 600, and a popup is cut to what is left of it below the toolbar.
      `--screen-info={${Math.max(1600, size.width)}x${Math.max(1200, size.height)}}`,
      `--host-resolver-rules=MAP ${options.isShut === true ? '*' : '*.example'} 127.0.0.1:${options.sitePort}`,
    ],
  });
  const extensionId = await browser.installExtension(options.extensionDir ?? CHROMIUM_BUILD).catch(async (error) => {
    await browser.close();
    throw error;
  });
  const extension = (await browser.extensions()).get(extensionId);
  if (extension === undefined) throw new Error(`The extension ${extensionId} is not in the browser's list.`);

  const origin = `chrome-extension://${extensionId}/`;
  const isWorker = (target: Target): boolean =>
    target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(origin);

  async function open(url: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(url);
    return page;
  }

  return {
    browser,
    extension,
    extensionId,
    open,
    openExtensionPage: (path) => open(origin + path),

    async clickToolbar(page) {
      const before = new Set(browser.targets());
      await page.bringToFront();
      await page.triggerExtensionAction(extension);
      const target = await browser.waitForTarget(
        (candidate) => !before.has(candidate) && candidate.url().startsWith(origin) && !isWorker(candidate),
        { timeout: WAIT_MS },
      );
      return target.asPage();
    },

    async worker() {
      const target = await browser.waitForTarget(isWorker, { timeout: WAIT_MS });
      const worker = await target.worker();
      if (worker === null) throw new Error('The worker went to sleep while it was looked up.');
      return worker;
    },

    async stopWorker() {
      const target = browser.targets().find(isWorker);
      if (target === undefined) return;
      // A worker that ends, or starts, while it is being closed can be missed: then it is closed again.
      const isGone = (): boolean => !browser.targets().includes(target);
      for (const end = Date.now() + WAIT_MS; !isGone(); ) {
        if (Date.now() > end) throw new Error('The worker did not stop.');
        const worker = await target.worker();
        await worker?.close().catch(ignoreGoneSession);
        await waitFor('the end of the worker', RETRY_MS, isGone).catch(() => undefined);
      }
    },

    async close() {
      await browser.close();
      if (options.userDataDir === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Closing a worker also detaches from it, and the browser may have done that by itself when the worker ended first.
 * @throws any other error
 */
function ignoreGoneSession(error: unknown): void {
  if (!(error instanceof ProtocolError && /No session with given id/.test(error.message))) throw error;
}

/** Collects the address of every request of a page that could leave the browser: those before the call, and those to come. */
export async function countRequests(page: Page): Promise<readonly string[]> {
  const urls: string[] = [];
  const add = (url: string): void => {
    if (!/^(?:chrome-extension|blob|data):/.test(url)) urls.push(url);
  };
  page.on('request', (request) => add(request.url()));
  // A popup has loaded by the time it can be listened to.
  const earlier = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  for (const url of earlier) add(url);
  return urls;
}
