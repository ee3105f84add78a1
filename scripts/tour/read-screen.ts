import type { Page } from 'puppeteer-core';
import { countWords } from '../../lib/article/reading-time.ts';

/** What a reader sees in the reader. */
export interface Screen {
  readonly title: string;
  readonly wordCount: number;
  /** Places for pictures in the text. */
  readonly places: number;
  /** Places where a picture is drawn: loaded, and with a size. */
  readonly shownPictures: number;
  readonly note: string;
}

export async function readScreen(reader: Page): Promise<Screen> {
  const { text, ...seen } = await reader.evaluate(() => {
    const body = document.querySelector<HTMLElement>('.article-body');
    const texts: string[] = [];
    const walker = document.createTreeWalker(body ?? document.createElement('p'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
    const images = [...(body?.querySelectorAll<HTMLImageElement>('img[data-picture]') ?? [])];
    return {
      title: document.querySelector('article h1')?.textContent ?? '',
      // With spaces, so that the last word of a block and the first of the next stay two.
      text: texts.join(' '),
      places: images.length,
      shownPictures: images.filter((image) => image.complete && image.naturalWidth > 0).length,
      note: document.querySelector<HTMLTextAreaElement>('.note-beside textarea')?.value ?? '',
    };
  });
  return { ...seen, wordCount: countWords(text) };
}
