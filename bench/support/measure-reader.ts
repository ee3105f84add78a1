import type { Browser } from 'puppeteer-core';

/** What one new document with an article did. Milliseconds since its navigation began. */
export interface Reading {
  readonly firstPaint: number;
  /** The first frame with some of the text came onto the screen, as the browser's own paint timing has it. */
  readonly textShown: number;
  /** Just after the frame in which the marks were painted, be they none. */
  readonly marksShown: number;
  /** Just after the frame with the first note beside its mark; absent where there is none. */
  readonly notesShown: number;
}

interface Watched {
  textShown?: number;
  marksShown?: number;
  notesShown?: number;
}

declare global {
  var readerWatched: Watched | undefined;
}

/** All pages of the extension share a process: what one leaves behind when it is closed must not be paid for by the next. */
const SETTLE_MS = 500;

/** Opens an address in a new tab in front, waits until all that it has is shown, and closes it. */
export async function measureReading(
  browser: Browser,
  url: string,
  last: 'textShown' | 'marksShown' | 'notesShown',
): Promise<Reading> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(watchText);
    await page.bringToFront();
    await page.goto(url);
    await page.waitForFunction(
      (name) => globalThis.readerWatched?.textShown !== undefined && globalThis.readerWatched[name] !== undefined,
      { timeout: 30_000 },
      last,
    );
    return await page.evaluate(readTimes);
  } finally {
    await page.close();
    await new Promise((go) => setTimeout(go, SETTLE_MS));
  }
}

// The functions below are serialised into a page: they may use nothing from this module.

function watchText(): void {
  const watched: Watched = {};
  globalThis.readerWatched = watched;
  const afterFrame = (then: () => void) =>
    requestAnimationFrame(() => {
      // A message comes after the frame; a timer could be held back.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(undefined);
    });
  // Not a message after the frame: it would wait behind all that a page begins to load then, and ours begins more than a static one.
  const marking = new MutationObserver(() => {
    const paragraph = document.querySelector('.article-body p');
    if (paragraph === null) return;
    paragraph.setAttribute('elementtiming', 'text');
    marking.disconnect();
  });
  marking.observe(document, { childList: true, subtree: true });
  const painted = new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) watched.textShown ??= startTime;
  });
  painted.observe({ type: 'element', buffered: true });
  const lookForNote = () => {
    if (document.querySelector('.margin-notes .mark-note') === null) requestAnimationFrame(lookForNote);
    else
      afterFrame(() => {
        watched.notesShown = performance.now();
      });
  };
  requestAnimationFrame(lookForNote);
  const look = () => {
    // Set by the painting, also where there is nothing to paint.
    if (!CSS.highlights.has('mark-active')) requestAnimationFrame(look);
    else
      afterFrame(() => {
        watched.marksShown = performance.now();
      });
  };
  requestAnimationFrame(look);
}

async function readTimes() {
  const firstPaint = await new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  const { textShown = Number.NaN, marksShown = Number.NaN, notesShown = Number.NaN } = globalThis.readerWatched ?? {};
  return { firstPaint, textShown, marksShown, notesShown };
}
