import { hostOf } from '../../article/normalise-url.ts';
import { minutesToRead } from '../../article/reading-time.ts';
import { dressText } from './document.ts';
import { type ExportArticle, type ExportHighlight, isoDate, isoSeconds } from './export-article.ts';
import type { Exporter } from './exporter.ts';

const write = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** wallabag 2 fetches the text of an entry whose content is empty. */
export const wallabagJson: Exporter = {
  id: 'wallabag-json',
  name: 'JSON for wallabag',
  about: 'With texts, read by wallabag 2 and others.',
  extension: 'json',
  files: 'one',
  lacks: 'lists and pictures',
  write: async (articles, _, tools) => [
    { path: 'wallabag.json', content: write(articles.map((article, index) => wallabagEntry(article, index, tools))) },
  ],
};

function wallabagEntry(article: ExportArticle, index: number, tools: Parameters<Exporter['write']>[2]) {
  const text = dressText(article, tools.parse, ({ url }) => url);
  const created = isoSeconds(article.savedAt).replace('Z', '+00:00');
  const note = article.note === '' ? [] : [{ text: article.note, quote: '', ranges: [] }];
  return {
    is_archived: article.isArchived ? 1 : 0,
    is_starred: article.isFavourite ? 1 : 0,
    tags: article.tags,
    is_public: false,
    id: index + 1,
    title: article.title,
    url: article.url,
    given_url: article.url,
    content: text ? tools.toHtml(text) : '',
    created_at: created,
    updated_at: created,
    ...(article.publishedAt !== undefined && { published_at: article.publishedAt }),
    published_by: article.authors,
    annotations: [
      ...note,
      ...article.highlights.map(({ quote, note: remark }) => ({ text: remark, quote, ranges: [] })),
    ],
    mimetype: 'text/html',
    ...(article.language !== undefined && { language: article.language }),
    reading_time: minutesToRead(article.wordCount),
    domain_name: hostOf(article.url),
  };
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). What it has no name for stands under `_lectern`. */
export const jsonFeed: Exporter = {
  id: 'json-feed',
  name: 'JSON Feed',
  about: 'With texts, for feed readers and scripts.',
  extension: 'json',
  files: 'one',
  lacks: 'pictures',
  write: async (articles, title, tools) => {
    const items = articles.map((article) => {
      const text = dressText(article, tools.parse, ({ url }) => url);
      return {
        id: article.id,
        url: article.url,
        title: article.title,
        ...(text ? { content_html: tools.toHtml(text) } : { content_text: article.excerpt || article.title }),
        ...(article.excerpt !== '' && { summary: article.excerpt }),
        date_published: isoDate(article.savedAt),
        tags: article.tags,
        authors: article.authors.map((name) => ({ name })),
        ...(article.language !== undefined && { language: article.language }),
        _lectern: {
          archived: article.isArchived,
          favourite: article.isFavourite,
          lists: article.lists,
          note: article.note,
          highlights: article.highlights.map(({ quote, note, createdAt }) => ({
            quote,
            ...(note !== '' && { note }),
            created: isoDate(createdAt),
          })),
        },
      };
    });
    return [{ path: 'feed.json', content: write({ version: 'https://jsonfeed.org/version/1.1', title, items }) }];
  },
};

/** W3C Web Annotation Data Model: an AnnotationCollection with one page. */
export const webAnnotations: Exporter = {
  id: 'web-annotations',
  name: 'W3C Web Annotations',
  about: 'Highlights and notes as JSON-LD, for Hypothesis-like tools.',
  extension: 'jsonld',
  files: 'one',
  lacks: 'articles without highlights or a note',
  write: async (articles, title) => {
    const items = articles.flatMap((article) => [
      ...article.highlights.map((highlight) => highlightAnnotation(article, highlight)),
      ...(article.note === '' ? [] : [noteAnnotation(article)]),
    ]);
    const page = { type: 'AnnotationPage', startIndex: 0, items };
    const collection = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      label: title,
      total: items.length,
      first: page,
    };
    return [{ path: 'annotations.jsonld', content: write(collection) }];
  },
};

// Notes as they stand, with the ids of their links: Lectern reads these annotations back.
const commentOf = (value: string) => ({ type: 'TextualBody', value, format: 'text/plain', purpose: 'commenting' });

function highlightAnnotation(
  { url }: ExportArticle,
  { id, quote, prefix, suffix, startIndex, endIndex, note, createdAt }: ExportHighlight,
) {
  const place =
    startIndex === undefined || endIndex === undefined
      ? []
      : [{ type: 'TextPositionSelector', start: startIndex, end: endIndex }];
  const exact = {
    type: 'TextQuoteSelector',
    exact: quote,
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
  };
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: isoDate(createdAt),
    ...(note !== '' && { body: [commentOf(note)] }),
    target: { source: url, selector: [exact, ...place] },
  };
}

const noteAnnotation = ({ id, url, note, savedAt }: ExportArticle) => ({
  id: `urn:uuid:${id}`,
  type: 'Annotation',
  motivation: 'commenting',
  created: isoDate(savedAt),
  body: [commentOf(note)],
  target: url,
});
