import type { Page } from 'puppeteer-core';
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

/** Writes articles as the store would have, through a page of the extension that has opened the database. */
export function keepTexts(page: Page, texts: readonly KeptText[]): Promise<void> {
  const hashOf = (index: number) => (index + 1).toString(16).padStart(64, 'e');
  const of = <Row>(row: (text: KeptText, index: number) => Row) => texts.map(row);
  return writeRows(page, {
    bodies: of(({ html }, i) => ({ hash: hashOf(i), html, byteLength: html.length })),
    versions: of(({ name, wordCount = 200 }, i) => ({
      id: `version-${name}`,
      articleId: name,
      bodyHash: hashOf(i),
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
