import type { Page } from 'puppeteer-core';
import type { Site } from '../../tests/site/server.ts';
import type { Chromium } from '../../tests/support/chromium.ts';
import { addTag, leaveFields, putOnList, putOnNewList, readNow, waitForSave, writeNote } from '../tour/use-popup.ts';
import { makeFavourite, readTo } from './read-to.ts';

interface KeptArticle {
  readonly slug: string;
  readonly list?: string;
  readonly tags?: readonly string[];
  readonly note?: string;
  /** How much of it was read, 0 to 1. */
  readonly readShare?: number;
  readonly isFavourite?: boolean;
}

/** First kept, last shown. */
const ARTICLES: readonly KeptArticle[] = [
  { slug: 'right-to-left', list: 'AI industry', tags: ['small models'] },
  { slug: 'embedded-video', list: 'Hardware' },
  { slug: 'svg-junk', tags: ['open web'], readShare: 0.3 },
  { slug: 'japanese', list: 'Hardware', tags: ['chips'] },
  { slug: 'title-twice', list: 'Weekend', isFavourite: true, readShare: 1 },
  { slug: 'footnotes', list: 'Weekend', tags: ['protocols'], note: 'Quote the paragraph on boredom as a feature.' },
  { slug: 'data-table', list: 'Hardware', tags: ['energy'], readShare: 0.5 },
  { slug: 'code-blocks', tags: ['open web'], isFavourite: true, note: 'Try the fsync test on our own queue.' },
  { slug: 'seven-zero-zero', list: 'Hardware', tags: ['chips', 'compilers'], readShare: 0.65 },
  { slug: 'lazy-pictures', list: 'Weekend' },
];

/** Keeps articles as a reader would: by the toolbar button, with lists, tags and notes in the popup, and some of them read. */
export async function fillLibrary(chromium: Chromium, site: Site): Promise<void> {
  const lists = new Set<string>();
  for (const { slug, list, tags, note, readShare, isFavourite } of ARTICLES) {
    const page = await chromium.open(site.url(slug));
    const popup = await chromium.clickToolbar(page);
    console.log(`${slug}: ${await waitForSave(popup)}`);
    if (list !== undefined) await (lists.has(list) ? putOnList : putOnNewList)(popup, list);
    if (list !== undefined) lists.add(list);
    for (const tag of tags ?? []) await addTag(popup, tag);
    if (note !== undefined) await writeNote(popup, note);
    if (readShare === undefined && !isFavourite) await popup.close();
    else await read(popup, readShare ?? 0, isFavourite ?? false);
    await page.close();
  }
}

async function read(popup: Page, share: number, isFavourite: boolean): Promise<void> {
  await leaveFields(popup);
  const reader = await readNow(popup);
  if (isFavourite) await makeFavourite(reader);
  if (share > 0) await readTo(reader, share);
  await reader.close();
}
