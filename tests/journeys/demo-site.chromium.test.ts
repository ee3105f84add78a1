import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoPage, PAGES } from '../site/pages.ts';
import { type Site, startSite } from '../site/server.ts';
import { articleText } from '../support/article-text.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { findHalfKept, readKept } from '../support/kept-article.ts';
import { readAll } from '../support/read-database.ts';
import { waitForText } from '../support/wait-for-text.ts';

/** Pictures that do not end as kept, by page, with what became of them. */
const LOST_PICTURES: { readonly [slug: string]: { readonly [url: string]: string } } = {
  'far-pictures': {
    'http://cdn.example/pictures/relay-lines.webp': 'blocked: unreachable',
    'http://far-shore.example/pictures/not-a-picture.jpg': 'failed: not-a-picture',
    'http://far-shore.example/pictures/gone.jpg': 'failed: not-found',
  },
};
const TEASER = 'paywall-teaser';
const LINK_KEPT = 'search-page';

/** Every page of the demo site through the click of a reader, held to the files that say what a careful reader keeps. */
describe('the demo site in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let library: Page;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    library = await chromium.openExtensionPage('library.html');
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  it.each(PAGES.filter(({ kind }) => kind !== 'no-article'))('keeps all of $slug', async ({ slug }) => {
    const { pictures: expectedPictures, ...expected } = await readExpected(slug);
    const { page, popup } = await click(slug);
    await waitForText(
      popup,
      '.status [role]',
      new RegExp(`^Saved to Inbox · ${pictureLine(slug, expectedPictures.length)}$`),
    );
    expect(await popup.$eval('.card h1', (title) => title.textContent)).toBe(expected['title']);

    const { article, versions, pictures } = await readKept(library, site.url(slug));
    expect(recordOf(article)).toEqual(withoutOutcome(expected));
    const { versionId: id, wordCount } = article;
    expect(versions).toMatchObject([{ id, source: 'page', wordCount, warnings: expected['warnings'] }]);
    expect(pictures.map(({ url, alt }) => ({ url, alt }))).toEqual(expectedPictures);
    const lost = pictures.filter(({ state }) => state !== 'kept');
    expect(Object.fromEntries(lost.map(({ url, state, reason }) => [url, `${state}: ${reason}`]))).toEqual(
      LOST_PICTURES[slug] ?? {},
    );
    expect(await findHalfKept(library)).toEqual([]);
    await page.close();

    const shown = await readShownText(String(article['id']), pictures.length - lost.length);
    expect(shown).toBe(await readExpectedText(slug));
  });

  it.each(PAGES.filter(({ kind }) => kind === 'no-article'))('keeps nothing of $slug', async ({ slug }) => {
    const before = await readAll(library, 'articles');
    const { page, popup } = await click(slug);
    await waitForText(popup, '.status.is-warning', /^There is no article on this page\.$/);
    await waitForText(popup, '.card-next', /keep the link to this page/);
    expect(await readAll(library, 'articles')).toEqual(before);
    expect(await findHalfKept(library)).toEqual([]);
    await page.close();
  });

  it('keeps the link of a page that is no article, if the reader wants', async () => {
    const { page, popup } = await click(LINK_KEPT);
    await waitForText(popup, '.status.is-warning', /no article/);
    await popup.evaluate(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find((button) => button.textContent?.trim() === 'Keep the link')?.click();
    });
    await waitForText(popup, '.card', /Saved to Inbox[\s\S]*Link only, text not kept yet/);
    const { article, versions, pictures } = await readKept(library, site.url(LINK_KEPT));
    expect([article['title'], article['versionId']]).toEqual(['Search results for “cable” :: Far Shore', undefined]);
    expect([versions, pictures]).toEqual([[], []]);
    await page.close();
  });

  it('keeps the paragraphs of the page with the three noughts, and nothing else', async () => {
    const { article } = await readKept(library, site.url('seven-zero-zero'));
    const shown = await readShownText(String(article['id']), 0);
    expect(shown.split('\n\n')).toHaveLength(9);
    expect(shown).not.toMatch(/\b(?:7|0|comment|share|subscribe|newsletter)\b/i);
    expect(shown).toMatch(/^The board arrived in an envelope[\s\S]*the two-dollar one\.$/);
  });

  it('says which pictures are missing, and offers the permission for those that it would bring', async () => {
    const { page, popup } = await click('far-pictures');
    await waitForText(popup, '.status [role]', /^In your library · 2 of 5 pictures kept · \d+ KB$/);
    await waitForText(popup, '.offer', /^One picture comes from another site[\s\S]*Allow pictures/);
    await page.close();
    const { article } = await readKept(library, site.url('far-pictures'));
    const reader = await chromium.openExtensionPage(`reader.html?article=${article['id']}`);
    await waitForText(reader, '.missing-picture', /^A net of bright lines between towns[\s\S]*another site’s picture/);
    expect(await reader.$$eval('.missing-picture', (places) => places.length)).toBe(3);
    await reader.close();
  });

  it('never lets a teaser take the place of the text, however long it is', async () => {
    const { page, popup: first } = await click(TEASER);
    await waitForText(first, '.status', /In your library/);
    await page.evaluate(() => {
      const more = 'The pond was only the first place where the heat was seen, and it was not the last. ';
      const paragraph = document.createElement('p');
      paragraph.className = 'txt';
      paragraph.textContent = more.repeat(6);
      document.querySelector('.meter-body')?.before(paragraph);
    });
    const popup = await chromium.clickToolbar(page);
    await waitForText(popup, '.card-actions', /Update text/);
    await pressUpdate(popup);
    await waitForText(popup, '.status', /Your text is kept/);
    const { article, versions, shownVersion } = await readKept(library, site.url(TEASER));
    const [shownWords, otherWords] = [shownVersion, ...versions.filter((version) => version !== shownVersion)].map(
      (version) => Number(version?.['wordCount']),
    );
    expect(otherWords).toBeGreaterThan(shownWords ?? Number.NaN);
    expect(await readShownText(String(article['id']), 0)).toBe(await readExpectedText(TEASER));

    // The same page for one who has paid: no wall, and nothing that says there should be one.
    await page.evaluate(() => {
      for (const wall of document.querySelectorAll('.gate, .fade, script')) wall.remove();
      document.querySelector('.art')?.classList.remove('is-locked');
      const paragraph = document.createElement('p');
      paragraph.className = 'txt';
      paragraph.textContent = 'The carp live in a lake now, and the pond has a cooling tower of its own. '.repeat(4);
      document.querySelector('.meter-body')?.before(paragraph);
    });
    const paid = await chromium.clickToolbar(page);
    await waitForText(paid, '.card-actions', /Update text/);
    await pressUpdate(paid);
    await waitForText(paid, '.status', /Text updated/);
    expect(await readShownText(String(article['id']), 0)).toContain('The carp live in a lake now');
    await page.close();
  });

  async function click(slug: string): Promise<{ readonly page: Page; readonly popup: Page }> {
    const page = await chromium.open(site.url(slug));
    return { page, popup: await chromium.clickToolbar(page) };
  }

  /** What the reader shows, so that nothing is lost on the way from the page to the screen either. */
  async function readShownText(articleId: string, keptPictures: number): Promise<string> {
    const reader = await chromium.openExtensionPage(`reader.html?article=${articleId}`);
    await reader.waitForFunction(
      (count) => document.querySelectorAll('.article-body img[src^="blob:"]').length === count,
      {},
      keptPictures,
    );
    const html = await reader.waitForSelector('.article-body').then((body) => body?.evaluate((div) => div.outerHTML));
    await reader.close();
    const { document } = new JSDOM(html).window;
    // What the reader says of pictures that are not here is no text of the page.
    for (const missing of document.querySelectorAll('.missing-picture')) missing.remove();
    return articleText(document.body);
  }
});

async function pressUpdate(popup: Page): Promise<void> {
  await popup.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('.card-actions button')];
    buttons.find((button) => button.textContent?.trim() === 'Update text')?.click();
  });
}

/** The line of the popup about the pictures, as the source of a pattern. */
function pictureLine(slug: string, total: number): string {
  if (total === 0) return 'No pictures';
  const kept = total - Object.keys(LOST_PICTURES[slug] ?? {}).length;
  const share = kept === total ? `${total}` : `${kept} of ${total}`;
  return `${share} picture${total === 1 ? '' : 's'} kept · \\d+ KB`;
}

type Expected = Readonly<Record<string, unknown>> & {
  readonly pictures: readonly { readonly url: string; readonly alt: string }[];
};

const readExpected = async (slug: DemoPage['slug']): Promise<Expected> =>
  JSON.parse(await readFile(new URL(`../site/expected/${slug}.json`, import.meta.url), 'utf8'));

const readExpectedText = async (slug: DemoPage['slug']): Promise<string> =>
  (await readFile(new URL(`../site/expected/${slug}.txt`, import.meta.url), 'utf8')).trimEnd();

/** A kept article in the form of the expected files. */
function recordOf(article: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { title, authors, siteName, publishedAt, language, direction, leadPictureUrl } = article;
  return {
    title,
    authors,
    siteName,
    publishedAt: publishedAt ?? null,
    language: language ?? null,
    direction,
    leadPicture: leadPictureUrl ?? null,
  };
}

/** Of an expected file, what an article has: the rest is on its version, or shown by there being one. */
function withoutOutcome({ status: _, warnings: __, ...record }: Readonly<Record<string, unknown>>): object {
  return record;
}
