import type { Page } from 'puppeteer-core';
import { readAll } from '../../tests/support/read-database.ts';
import { waitFor } from '../../tests/support/wait-for.ts';

/** Scrolls through the text in the reader up to a share of it, 0 to 1, and waits until that is kept. */
export async function readTo(reader: Page, share: number): Promise<void> {
  await reader.waitForSelector('.article-body p');
  await reader.evaluate(async (wanted) => {
    await document.fonts.ready;
    const body = document.querySelector('.article-body');
    const { top, height } = body?.getBoundingClientRect() ?? { top: 0, height: 0 };
    // Of a short text that share may be in view already; nothing is kept before something moves.
    scrollTo(0, Math.max(80, scrollY + top + height * wanted - innerHeight));
  }, share);
  const articleId = new URL(reader.url()).searchParams.get('article');
  await waitFor('the reading progress', 10_000, async () => {
    const reading = (await readAll(reader, 'readings')).find((row) => row['articleId'] === articleId);
    return Number(reading?.['progress'] ?? 0) > share - 0.15;
  });
}

/** Presses F, and waits for the star. */
export async function makeFavourite(reader: Page): Promise<void> {
  await reader.waitForSelector('.article-body p');
  await reader.keyboard.press('f');
  const articleId = new URL(reader.url()).searchParams.get('article');
  await waitFor('the favourite', 10_000, async () => {
    const reading = (await readAll(reader, 'readings')).find((row) => row['articleId'] === articleId);
    return reading?.['favouriteAt'] !== undefined;
  });
}
