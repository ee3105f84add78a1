import type { Page } from 'puppeteer-core';
import { contentHash } from '../../lib/article/content-hash.ts';
import { shelvesOf } from '../../lib/article/reading.ts';
import { writeRows } from './write-database.ts';

/** A text to put into the library without a page it came from. */
export interface KeptText {
  /** Also its id. */
  readonly name: string;
  readonly html: string;
  readonly language: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly wordCount?: number;
}

const SAVED_AT = Date.UTC(2026, 9, 1);

/**
 * Writes articles as the store would have, through a page of the extension that has opened the database. A text under a
 * hash that is not its own is a broken one, and the worker opens the recovery page over the page that is tested.
 */
export async function keepTexts(page: Page, texts: readonly KeptText[]): Promise<void> {
  const bytes = texts.map(({ html }) => new TextEncoder().encode(html));
  const hashes = await Promise.all(bytes.map(contentHash));
  const of = <Row>(row: (text: KeptText, index: number) => Row) => texts.map(row);
  await writeRows(page, {
    bodies: of(({ html }, i) => ({ hash: hashes[i], html, byteLength: bytes[i]?.length })),
    versions: of(({ name, wordCount = 200 }, i) => ({
      id: `version-${name}`,
      articleId: name,
      bodyHash: hashes[i],
      source: 'page',
      wordCount,
      warnings: [],
      capturedAt: SAVED_AT,
      updatedAt: SAVED_AT,
    })),
    articles: of(({ name, language, direction = 'ltr', wordCount = 200 }) => ({
      id: name,
      url: `https://texts.example/${name}`,
      urlKey: `https://texts.example/${name}`,
      title: `Text ${name}`,
      authors: [],
      siteName: 'Texts',
      excerpt: '',
      language,
      direction,
      wordCount,
      versionId: `version-${name}`,
      savedAt: SAVED_AT,
      updatedAt: SAVED_AT,
    })),
    readings: of(({ name }) => {
      const reading = { articleId: name, savedAt: SAVED_AT, progress: 0, updatedAt: SAVED_AT };
      return { ...reading, shelves: shelvesOf(reading as Parameters<typeof shelvesOf>[0]) };
    }),
  });
}
