// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { capturePage } from '../../lib/capture/capture-page.ts';
import { articleText } from '../support/article-text.ts';
import { PAGES } from './pages.ts';
import { CLOSED_PICTURE_HOST, OPEN_PICTURE_HOST } from './server.ts';

/** Pages that need a browser, because their text is made by script or stands in a frame whose size matters; the journeys hold them to the same files. */
const NEEDS_BROWSER: readonly string[] = ['built-by-script', 'framed-text', 'shadow-root'];

interface Expected {
  readonly status: 'captured' | 'unreadable';
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly direction: string;
  readonly pictures: readonly { readonly url: string; readonly alt: string }[];
  readonly leadPicture: string | null;
  readonly warnings: readonly string[];
}

describe('capture of the demo site', () => {
  it.each(PAGES.filter(({ slug }) => !NEEDS_BROWSER.includes(slug)))(
    'keeps what a careful reader keeps of $slug',
    async ({ slug, host }) => {
      const page = await readPage(slug, host);
      const expected = await readExpected(slug);
      const outcome = capturePage(page.window.document);
      expect(outcome.status).toBe(expected.status);
      if (outcome.status !== 'captured') return;
      const { capture } = outcome;
      const kept = new JSDOM(capture.html).window.document.body;
      expect(articleText(kept)).toBe(await readExpectedText(slug));
      expect({
        status: outcome.status,
        title: capture.title,
        authors: capture.authors,
        siteName: capture.siteName,
        publishedAt: capture.publishedAt ?? null,
        language: capture.language ?? null,
        direction: capture.direction,
        pictures: capture.pictures,
        leadPicture: capture.leadPictureUrl ?? null,
        warnings: capture.warnings,
      }).toEqual(expected);
    },
  );

  it('leaves no page of the site out but those that need a browser', () => {
    const slugs = PAGES.map(({ slug }) => slug);
    expect(NEEDS_BROWSER.filter((slug) => !slugs.includes(slug))).toEqual([]);
  });
});

async function readPage(slug: string, host: string): Promise<JSDOM> {
  const source = await readFile(new URL(`pages/${slug}.html`, import.meta.url), 'utf8');
  const html = source
    .replaceAll('{{self}}', `http://${host}`)
    .replaceAll('{{cdn}}', `http://${CLOSED_PICTURE_HOST}`)
    .replaceAll('{{open-cdn}}', `http://${OPEN_PICTURE_HOST}`);
  return new JSDOM(html, { url: `http://${host}/${slug}` });
}

async function readExpected(slug: string): Promise<Expected> {
  return JSON.parse(await readFile(new URL(`expected/${slug}.json`, import.meta.url), 'utf8'));
}

async function readExpectedText(slug: string): Promise<string> {
  return (await readFile(new URL(`expected/${slug}.txt`, import.meta.url), 'utf8')).trimEnd();
}
