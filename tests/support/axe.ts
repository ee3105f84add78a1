import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

export type Scheme = 'light' | 'dark';

/** Lets a page believe in a scheme of the system, and stops its movements, so that no colour is met halfway. */
export async function chooseScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/**
 * What axe finds against a page as it stands, each as `rule: element, what to do`. All rules that it asks by itself
 * are asked, those of good practice too. Its source goes in through the debugging protocol, which no content policy stops.
 */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ', ' + failureSummary.replace(/\\s+/g, ' '))))`) as Promise<
    readonly string[]
  >;
}

/** By how many CSS pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
