import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import { capturePage } from '../../lib/capture/capture-page.ts';
import { articleText } from '../support/article-text.ts';
import type { DemoPage } from './pages.ts';
import { CLOSED_PICTURE_HOST, OPEN_PICTURE_HOST } from './server.ts';

/** Pages that need a browser, because their text is made by script or stands in a frame whose size matters; the journeys hold them to the same files. */
export const NEEDS_BROWSER: readonly string[] = ['built-by-script', 'framed-text', 'shadow-root'];

/** What capture makes of a page, in the form of the files in `expected/`. */
export type CapturedPage =
  | { readonly status: 'unreadable' }
  | {
      readonly status: 'captured';
      /** As in `<slug>.txt`, without the line break at its end. */
      readonly text: string;
      /** As in `<slug>.json`, without the status. */
      readonly record: Readonly<Record<string, unknown>>;
    };

/** Captures a page of the demo site without a browser. */
export async function captureDemoPage(page: DemoPage): Promise<CapturedPage> {
  // A clock that stands still: on a busy machine jsdom alone can take longer than a capture may.
  const outcome = capturePage((await readPage(page)).window.document, { now: () => 0 });
  if (outcome.status !== 'captured') return { status: outcome.status };
  const { capture } = outcome;
  return {
    status: 'captured',
    text: articleText(new JSDOM(capture.html).window.document.body),
    record: {
      title: capture.title,
      authors: capture.authors,
      siteName: capture.siteName,
      publishedAt: capture.publishedAt ?? null,
      language: capture.language ?? null,
      direction: capture.direction,
      pictures: capture.pictures,
      leadPicture: capture.leadPictureUrl ?? null,
      warnings: capture.warnings,
    },
  };
}

async function readPage({ slug, host }: DemoPage): Promise<JSDOM> {
  const source = await readFile(new URL(`pages/${slug}.html`, import.meta.url), 'utf8');
  const html = source
    .replaceAll('{{self}}', `http://${host}`)
    .replaceAll('{{cdn}}', `http://${CLOSED_PICTURE_HOST}`)
    .replaceAll('{{open-cdn}}', `http://${OPEN_PICTURE_HOST}`);
  return new JSDOM(html, { url: `http://${host}/${slug}` });
}
