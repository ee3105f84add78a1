import type { Browser } from 'puppeteer-core';

/** What one new document with an article did. Milliseconds since its navigation began. */
export interface Reading {
  readonly firstPaint: number;
  /** Just after the first frame with a paragraph of the text was drawn. */
  readonly textShown: number;
  /** Just after the frame in which the marks were painted, be they none. */
  readonly marksShown: number;
}

interface Watched {
  textShown?: number;
  marksShown?: number;
}

declare global {
  var readerWatched: Watched | undefined;
}

/** Opens an address in a new tab in front, waits for its text, and for its marks where it has any, and closes it. */
export async function measureReading(browser: Browser, url: string, hasMarks: boolean): Promise<Reading> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(watchText);
    await page.bringToFront();
    await page.goto(url);
    await page.waitForFunction(
      (isWaited) =>
        globalThis.readerWatched?.textShown !== undefined &&
        (!isWaited || globalThis.readerWatched.marksShown !== undefined),
      { timeout: 30_000 },
      hasMarks,
    );
    return await page.evaluate(readTimes);
  } finally {
    await page.close();
  }
}

/** The longest gap between two frames while a note is typed, in milliseconds, and how many were over 50. */
export async function measureTyping(browser: Browser, url: string): Promise<{ longest: number; over50: number }> {
  const page = await browser.newPage();
  try {
    await page.bringToFront();
    await page.goto(url);
    await page.waitForSelector('.margin-notes .mark-note button');
    await page.$eval('.margin-notes .mark-note button', (button) => (button as HTMLElement).click());
    await page.waitForSelector('.mark-note textarea:focus');
    // What was loaded and laid out by the opening is not of the typing.
    await new Promise((go) => setTimeout(go, 1000));
    await page.evaluate(() => {
      const gaps: number[] = [];
      Object.assign(globalThis, { frameGaps: gaps });
      let last = performance.now();
      const look = (now: number) => {
        gaps.push(now - last);
        last = now;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.keyboard.type('A note that is typed at a steady pace, as one thinks, with a #tag and some more.', {
      delay: 45,
    });
    const gaps = await page.evaluate(() => (globalThis as unknown as { frameGaps: number[] }).frameGaps.slice(1));
    return { longest: Math.max(...gaps), over50: gaps.filter((gap) => gap > 50).length };
  } finally {
    await page.close();
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
  const observer = new MutationObserver(() => {
    if (document.querySelector('.article-body p') === null) return;
    observer.disconnect();
    afterFrame(() => {
      watched.textShown = performance.now();
    });
  });
  observer.observe(document, { childList: true, subtree: true });
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
  const { textShown = Number.NaN, marksShown = Number.NaN } = globalThis.readerWatched ?? {};
  return { firstPaint, textShown, marksShown };
}
