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

export const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [400, 1400] as const;
/** A window of 1280 px at four times the size (WCAG 2.2, 1.4.10). */
export const NARROWEST = 320;

/** What axe finds in a state of a page, narrow and wide, light and dark, and by how much it is too wide for the narrowest window. */
export async function findBarriersAt(
  openAt: (width: number) => Promise<Page>,
  arrange: (page: Page) => Promise<unknown>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    const page = await openAt(width);
    await arrange(page);
    for (const scheme of SCHEMES) {
      await chooseScheme(page, scheme);
      for (const barrier of await findBarriers(page)) found.push(`${width} px, ${scheme}: ${barrier}`);
    }
    await page.close();
  }
  const narrow = await openAt(NARROWEST);
  await arrange(narrow);
  const overflow = await overflowOf(narrow);
  if (overflow > 0) found.push(`${NARROWEST} px: ${overflow} px too wide`);
  await narrow.close();
  return found;
}
