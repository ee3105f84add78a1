import { textOf } from '../text.ts';
import { dateInAddress } from './date-in-address.ts';
import type { MetadataSource } from './metadata-source.ts';
import { markedAuthors, markedDate } from './read-marked.ts';
import { readPageHead } from './read-page-head.ts';

/**
 * Best first: JSON-LD (written for machines, checked by search engines), Open Graph (seen by people whenever they
 * share), other tags (often left over from a template), then what is marked up in the text or only stands there.
 */
export const METADATA_SOURCES: readonly MetadataSource[] = [
  {
    id: 'json-ld',
    titles: ({ structured }) => [structured?.headline],
    authors: ({ structured }) => structured?.authors ?? [],
    published: ({ structured }) => [structured?.publishedAt],
    modified: ({ structured }) => [structured?.modifiedAt],
  },
  {
    id: 'open-graph',
    titles: ({ meta }) => [meta.first('og:title')],
    authors: ({ meta }) => meta.all('article:author', 'og:article:author'),
    published: ({ meta }) => [
      meta.first('article:published_time', 'og:article:published_time', 'og:published_time', 'article:published'),
    ],
    modified: ({ meta }) => [
      meta.first('article:modified_time', 'og:article:modified_time', 'og:updated_time', 'article:modified'),
    ],
  },
  {
    id: 'meta-tags',
    titles: ({ meta }) => [meta.first('citation_title', 'parsely-title', 'dc.title', 'dcterms.title', 'twitter:title')],
    authors: ({ meta }) => meta.all(...AUTHOR_TAGS),
    published: ({ meta }) => PUBLISHED_TAGS.map((name) => meta.first(name)),
    modified: ({ meta }) => MODIFIED_TAGS.map((name) => meta.first(name)),
  },
  {
    id: 'card',
    authors: ({ meta }) => {
      // What a link preview shows in two lines, as "Written by: Mara Lindqvist", "Est. reading time: 5 minutes".
      const index = ['1', '2'].find((number) =>
        /^(written by|author|by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|autor)$/i.test(
          meta.first(`twitter:label${number}`) ?? '',
        ),
      );
      return index === undefined ? [] : meta.all(`twitter:data${index}`);
    },
  },
  {
    id: 'marked-up',
    authors: ({ copy, heading }) => markedAuthors(copy, heading),
    published: ({ copy, heading }) => [markedDate(copy, heading, 'published')],
    modified: ({ copy, heading }) => [markedDate(copy, heading, 'modified')],
  },
  {
    id: 'page-head',
    authors: ({ copy, heading }) => readPageHead(copy, heading).authors,
    published: ({ copy, heading }) => [readPageHead(copy, heading).published],
    modified: ({ copy, heading }) => [readPageHead(copy, heading).modified],
  },
  { id: 'document-title', titles: ({ copy }) => [textOf(copy.querySelector('title'))] },
  { id: 'address', published: ({ url }) => [dateInAddress(url)] },
];

const AUTHOR_TAGS = [
  'citation_author',
  'parsely-author',
  'author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'sailthru.author',
  'article.author',
  'creator',
];
const PUBLISHED_TAGS = [
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'parsely-pub-date',
  'datepublished',
  'pubdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'article.published',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'sailthru.date',
];
const MODIFIED_TAGS = ['datemodified', 'last-modified', 'dcterms.modified', 'dc.date.modified', 'lastmod'];
