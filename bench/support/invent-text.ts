import type { Highlight } from '../../lib/article/highlight.ts';
import type { ArticleId, ContentHash, HighlightId } from '../../lib/article/ids.ts';
import { COLOURS } from '../../lib/article/list.ts';
import type { Chance } from './chance.ts';

const WORDS = (
  'the a server harbour tide capacity who waits that cannot bargain was of for in slot year later engineers describe change ' +
  'plainer terms price visible model lab provider contract signed between and or when machines sleep under snow every night'
).split(' ') as [string, ...string[]];

/** Paragraphs of some 60 words with a heading before each eighth, and pictures spread among them. */
export function inventText(words: number, pictureUrls: readonly string[], chance: Chance) {
  const paragraphs: string[] = [];
  for (let left = words; left > 0; left -= 60) {
    const text = Array.from({ length: Math.min(60, left) }, () => chance.pick(WORDS)).join(' ');
    paragraphs.push(`${text}.`);
  }
  const every = Math.max(1, Math.floor(paragraphs.length / Math.max(1, pictureUrls.length)));
  const html = paragraphs
    .map((text, i) => {
      const heading = i % 8 === 7 ? `<h2>Part ${i}</h2>` : '';
      const url = i % every === 0 ? pictureUrls[i / every] : undefined;
      const figure =
        url === undefined
          ? ''
          : `<figure><img src="${url}" alt="Picture ${i}"><figcaption>Picture ${i}</figcaption></figure>`;
      return `${heading}${figure}<p>${text}</p>`;
    })
    .join('\n');
  return { html, paragraphs };
}

/** Marks spread evenly over the paragraphs, some eight words each, every third with a note. */
export function inventMarks(
  count: number,
  paragraphs: readonly string[],
  articleId: string,
  bodyHash: string,
  chance: Chance,
): readonly Highlight[] {
  return Array.from({ length: count }, (_, i): Highlight => {
    const text = paragraphs[Math.floor((i * paragraphs.length) / count)] ?? '';
    const start = text.indexOf(' ', Math.floor(chance.next() * (text.length / 2))) + 1;
    const end = text.indexOf(' ', start + 40);
    const exact = text.slice(start, end);
    return {
      id: chance.uuid() as HighlightId,
      articleId: articleId as ArticleId,
      bodyHash: bodyHash as ContentHash,
      // Without a position each is searched by its words, as after an update of the text: the slow way.
      quote: { exact, prefix: text.slice(Math.max(0, start - 64), start), suffix: text.slice(end, end + 64) },
      colour: COLOURS[i % COLOURS.length] ?? 'amber',
      note: i % 3 === 0 ? `Note ${i} on this passage. #bench` : '',
      createdAt: i + 1,
      updatedAt: i + 1,
      shownAt: i + 1,
      tagKeys: [],
      links: [],
    };
  });
}
