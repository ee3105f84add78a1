import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { EMPTY_FILE, GIVEN } from './extract-build.ts';
import type { BenchPage } from './read-pages.ts';

export interface Measured {
  /** Processor time of the page's main thread, from the injection to the result: its compiling and its garbage included. */
  readonly ms: number;
  readonly result: unknown;
}

/** A tab in which one page after the other is opened, and scripts of the bench's extension are run on it. */
export interface PageOpener {
  /** Opens the page at its own address, from the disk: its scripts are off, and nothing else is fetched. */
  open(page: BenchPage): Promise<void>;
  /** Runs a file of the extension as the product does: injected into the page's isolated world. Gives its result. */
  run(file: string): Promise<unknown>;
  /** The same, and what it cost. Other work on the machine does not count, as it does by the clock. */
  measure(file: string): Promise<Measured>;
  /** Gives something to the scripts that run on the page next. */
  give(value: object): Promise<void>;
}

// The scripts of the page are off by its policy and not in the browser's settings: there, `<noscript>` would be parsed
// as it never is at a reader's.
const POLICY = "script-src 'none'; object-src 'none'";
const LOAD_MS = 20_000;

/** @param extensionPage any page of an extension with the permissions `tabs` and `scripting`, and access to all sites. */
export async function makePageOpener(browser: Browser, extensionPage: Page): Promise<PageOpener> {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const mark = `about:blank#${crypto.randomUUID()}`;
  await page.goto(mark);
  const tabId = await extensionPage.evaluate(async (url) => {
    const tabs: readonly { readonly id: number; readonly url: string }[] = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === url)?.id ?? -1;
  }, mark);
  const served: { current?: BenchPage } = {};
  await serveOnly(session, served);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const run = (file: string): Promise<unknown> =>
    extensionPage.evaluate(
      async (tab, name) => {
        const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab }, files: [name] });
        return frame?.result;
      },
      tabId,
      file,
    );
  const threadMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
  };
  return {
    async open(benchPage) {
      served.current = benchPage;
      await page.goto(benchPage.url, { waitUntil: 'domcontentloaded', timeout: LOAD_MS });
    },
    run,
    async measure(file) {
      await run(EMPTY_FILE);
      const start = await threadMs();
      const result = await run(file);
      return { ms: (await threadMs()) - start, result };
    },
    give: (value) =>
      extensionPage.evaluate(
        async (tab, name, given) => {
          const func = (key: string, json: string): void => {
            Object.assign(globalThis, { [key]: JSON.parse(json) });
          };
          await chrome.scripting.executeScript({ target: { tabId: tab }, func, args: [name, given] });
        },
        tabId,
        GIVEN,
        JSON.stringify(value),
      ),
  };
}

/** Answers the page's own address from the disk and every other request with nothing. */
async function serveOnly(session: CDPSession, served: { readonly current?: BenchPage }): Promise<void> {
  session.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
    const page = served.current;
    const isPage = resourceType === 'Document' && page !== undefined && isSameAddress(request.url, page.url);
    const answer = isPage
      ? {
          requestId,
          responseCode: 200,
          responseHeaders: [
            { name: 'content-type', value: 'text/html; charset=utf-8' },
            { name: 'content-security-policy', value: POLICY },
          ],
          body: page.html.toString('base64'),
        }
      : { requestId, responseCode: 204 };
    // The page may have moved on before its answer.
    session.send('Fetch.fulfillRequest', answer).catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

/** Chromium asks for an `http:` page by `https:` first. */
function isSameAddress(one: string, other: string): boolean {
  const bare = (url: string): string => (new URL(url).href.split('#')[0] ?? '').replace(/^https?:/, '');
  return bare(one) === bare(other);
}

declare const chrome: {
  readonly tabs: { query(filter: object): Promise<readonly { readonly id: number; readonly url: string }[]> };
  readonly scripting: {
    executeScript(injection: object): Promise<readonly { readonly result: unknown }[]>;
  };
};
