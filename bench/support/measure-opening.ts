import type { Browser, CDPSession } from 'puppeteer-core';

/** What one new document of the extension did. Milliseconds since its navigation began, and bytes. */
export interface Opening {
  readonly firstPaint: number;
  /** The page's own script had arrived. Absent if it has none. */
  readonly scriptThere?: number;
  readonly rowsThere: number;
  /** Just after the frame with the rows was drawn. */
  readonly rowsShown: number;
  /** After a collection: closed documents of the same process leave nothing in it. */
  readonly heapBytes: number;
}

interface Watched {
  rowsThere?: number;
  rowsShown?: number;
}

declare global {
  // Named nowhere else; the page under test does not look for it.
  var benchWatched: Watched | undefined;
}

const WAIT_MS = 15_000;

/** Opens an address in a new tab in front, waits for its rows, and closes it. */
export async function measureOpening(browser: Browser, url: string): Promise<Opening> {
  const page = await browser.newPage();
  try {
    const client = await page.createCDPSession();
    const arrivals = await watchArrivals(client);
    await page.evaluateOnNewDocument(watchRows);
    await page.bringToFront();
    await page.goto(url);
    await page.waitForFunction(() => globalThis.benchWatched?.rowsShown !== undefined, { timeout: WAIT_MS });
    await client.send('HeapProfiler.collectGarbage');
    const metrics = await readMetrics(client);
    const opening = await page.evaluate(readOpening);
    const arrivedAt = opening.script === undefined ? undefined : arrivals.get(opening.script);
    const begunAt = metrics.get('NavigationStart') ?? Number.NaN;
    return {
      ...opening,
      ...(arrivedAt !== undefined && { scriptThere: (arrivedAt - begunAt) * 1000 }),
      heapBytes: metrics.get('JSHeapUsedSize') ?? Number.NaN,
    };
  } finally {
    await page.close();
  }
}

/**
 * When each address had arrived whole, in seconds of the browser's own clock. Resource timing, which would say the same,
 * leaves out what an extension loads from itself (seen in Chromium 156, November 2026).
 */
async function watchArrivals(client: CDPSession): Promise<ReadonlyMap<string, number>> {
  const arrivals = new Map<string, number>();
  const urls = new Map<string, string>();
  client.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  client.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    const url = urls.get(requestId);
    if (url !== undefined) arrivals.set(url, timestamp);
  });
  await client.send('Network.enable');
  await client.send('Performance.enable');
  return arrivals;
}

async function readMetrics(client: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await client.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

// The functions below are serialised into a page: they may use nothing from this module.

function watchRows(): void {
  const watched: Watched = {};
  globalThis.benchWatched = watched;
  const observer = new MutationObserver(() => {
    if (document.querySelector('[data-article]') === null) return;
    observer.disconnect();
    watched.rowsThere = performance.now();
    requestAnimationFrame(() => {
      // A message comes after the frame; a timer could be held back.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        watched.rowsShown = performance.now();
      };
      port2.postMessage(undefined);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function readOpening() {
  const firstPaint = await new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  const { rowsThere = Number.NaN, rowsShown = Number.NaN } = globalThis.benchWatched ?? {};
  const [script] = [...document.scripts].map(({ src }) => src);
  return { firstPaint, rowsThere, rowsShown, script };
}
