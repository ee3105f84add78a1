import type { Page } from 'puppeteer-core';
import { formatBytes, formatCount } from '../../lib/library/row-facts.ts';
import { readAll } from '../../tests/support/read-database.ts';

/** What stands in the database of a library with one article. */
export interface Kept {
  readonly title: string;
  readonly wordCount: number;
  readonly textBytes: number;
  readonly pictures: number;
  readonly keptPictures: number;
  readonly pictureBytes: number;
  /** Names of the lists that the article stands on. */
  readonly lists: readonly string[];
  /** Empty if there is none. */
  readonly note: string;
}

/** Reads the database itself, from any page of Lectern: what the screen says is checked against it. */
export async function readKept(page: Page): Promise<Kept> {
  const [article] = await readAll(page, 'articles');
  const bodies = await readAll(page, 'bodies');
  const pictures = await readAll(page, 'pictures');
  const entries = await readAll(page, 'listEntries');
  const lists = await readAll(page, 'lists');
  const notes = await readAll(page, 'notes');
  const shown = entries.filter((entry) => entry['shownRank'] !== undefined).map((entry) => entry['listId']);
  return {
    title: String(article?.['title'] ?? ''),
    wordCount: Number(article?.['wordCount'] ?? 0),
    textBytes: total(bodies),
    pictures: pictures.length,
    keptPictures: pictures.filter((picture) => picture['state'] === 'kept').length,
    pictureBytes: total(pictures),
    lists: lists.filter((list) => shown.includes(list['id'])).map((list) => String(list['name'])),
    note: String(notes[0]?.['text'] ?? ''),
  };
}

export function tellKept({ wordCount, textBytes, pictures, keptPictures, pictureBytes }: Kept): string {
  const text = `${countOf(wordCount, 'word')} (${formatBytes(textBytes)})`;
  if (pictures === 0) return `Kept: ${text}, no pictures`;
  return `Kept: ${text}, ${keptPictures} of ${countOf(pictures, 'picture')} (${formatBytes(pictureBytes)})`;
}

/** A number with its noun, as in "1 word" and "1,586 words". */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function total(rows: Awaited<ReturnType<typeof readAll>>): number {
  return rows.reduce((sum, row) => sum + Number(row['byteLength'] ?? 0), 0);
}
