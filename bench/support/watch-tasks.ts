import type { Page } from 'puppeteer-core';

/** Notes tasks over 50 ms on a page's thread, as the browser reports them (Long Tasks API). */
export async function watchTasks(page: Page) {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { longTasks: times });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) times.push(duration);
    }).observe({ type: 'longtask', buffered: false });
  });
  return {
    /** Milliseconds; 0 for none over 50 ms. */
    longest: (): Promise<number> =>
      page.evaluate(() => Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks)),
  };
}
