import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chanceFrom } from '../../bench/support/chance.ts';

const WORDS =
  'harbour lamp winter signal paper engine garden archive river copper letter window engineer night bridge'.split(' ');

/** A text of its own for each number, with a token that no other has. */
function storyParagraphs(number: string): readonly string[] {
  const chance = chanceFrom([...number].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7));
  const sentence = () =>
    `${Array.from({ length: 12 }, () => WORDS[Math.floor(chance.next() * WORDS.length)]).join(' ')}.`;
  const paragraphs = Array.from({ length: 8 }, () => Array.from({ length: 5 }, sentence).join(' '));
  return [`This is token-${number} of the stories, told once. ${paragraphs[0]}`, ...paragraphs.slice(1)];
}

export const storyUrl = (number: string): string => `http://stories.example/story/${number}`;

export interface StorySite {
  readonly port: number;
  /** Pictures that are asked for are answered once they are let go. */
  holdPictures(): void;
  letPictures(): void;
  close(): void;
}

/** Serves `storyUrl(…)`, each with two pictures of bytes of their own. */
export async function serveStories(): Promise<StorySite> {
  let held: (() => void)[] | undefined;
  const picture = await readFile(join(import.meta.dirname, '../../tests/site/pictures/avatar.png'));
  const server = createServer((request, response) => {
    const [, kind, number = ''] = (request.url ?? '').split('/');
    if (kind === 'picture') {
      response.setHeader('Content-Type', 'image/png');
      // What stands after the end of a PNG is passed over, and makes another file of it.
      const send = () => response.end(Buffer.concat([picture, Buffer.from(number)]));
      if (held) held.push(send);
      else send();
      return;
    }
    const [first, ...rest] = storyParagraphs(number);
    const figures = ['a', 'b'].map((one) => `<img src="/picture/${number}${one}" alt="Picture ${one}" width="300">`);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Story ${number}</title><body><article><h1>Story ${number}</h1>
<p>${first}</p>${figures[0]}<p>${rest.join(`</p><p>`)}</p>${figures[1]}</article></body></html>`);
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', () => resume()));
  return {
    port: (server.address() as AddressInfo).port,
    holdPictures() {
      held ??= [];
    },
    letPictures() {
      for (const send of held ?? []) send();
      held = undefined;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The same stories as an export of wallabag, to be imported; each text so many times as long. */
export const storiesToImport = (numbers: readonly string[], times = 1): string =>
  JSON.stringify(
    numbers.map((number) => ({
      url: storyUrl(number),
      title: `Story ${number}`,
      is_archived: 0,
      is_starred: 0,
      tags: ['imported'],
      content: Array.from({ length: times }, (_, n) => storyParagraphs(n === 0 ? number : `${number}x${n}`))
        .flat()
        .map((text) => `<p>${text}</p>`)
        .join(''),
    })),
  );
