import type { Direction } from '../../article/article.ts';
import { parseAddress, webAddress } from '../addresses.ts';
import { textOf } from '../text.ts';
import { chooseTitle, headingsOf } from './choose-title.ts';
import { cleanAuthors } from './clean-authors.ts';
import { type MetaTags, readMetaTags } from './meta-tags.ts';
import { readCanonical } from './read-canonical.ts';
import { readDate } from './read-date.ts';
import { readDirection, readLanguage } from './read-language.ts';
import { readStructuredData, type StructuredData } from './structured-data.ts';
import { visibleAuthors, visibleDate } from './visible-byline.ts';

export interface Metadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string;
  readonly publishedAt?: string;
  readonly language?: string;
  readonly direction: Direction;
  readonly canonicalUrl?: string;
  /** The page's own summary, uncut. */
  readonly description?: string;
  /** The picture the page shows when it is shared; absolute. It need not stand in the page. */
  readonly sharedPictureUrl?: string;
  /** What the page says of itself: `false` behind a paywall. */
  readonly isFree?: boolean;
  /** True if the page calls itself an article, as lists of articles do not. */
  readonly isDeclaredArticle: boolean;
}

/**
 * Reads what a page says about itself. The order everywhere: JSON-LD (written for machines, checked by search
 * engines), Open Graph (seen by people whenever they share), other tags (often left over from a template), then
 * microdata and what stands visibly on the page.
 */
export function readMetadata(copy: Document, live: Document, pageUrl: string): Metadata {
  const meta = readMetaTags(copy);
  const headings = headingsOf(copy);
  const structured = readStructuredData(copy, headings);
  const host = parseAddress(pageUrl, pageUrl)?.hostname ?? '';
  const siteName = readSiteName(meta, structured, host);
  const title = chooseTitle({
    declared: declaredTitles(meta, structured),
    documentTitle: textOf(copy.querySelector('title')),
    headings,
    siteName,
    host,
  });
  const publishedAt = firstDate(meta, structured, copy);
  const language = readLanguage(copy, meta, structured?.language);
  const canonicalUrl = readCanonical(copy, meta, pageUrl);
  const description = meta.first('og:description', 'description', 'twitter:description') ?? structured?.description;
  const sharedPictureUrl = webAddress(
    meta.first('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src') ??
      structured?.pictureUrl,
    pageUrl,
  );
  return {
    title: title === '' ? host : title,
    authors: readAuthors(meta, structured, copy),
    siteName,
    direction: readDirection(copy, live, language),
    isDeclaredArticle: structured !== undefined || /article|blog/i.test(meta.first('og:type') ?? ''),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language === undefined ? {} : { language }),
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(description === undefined ? {} : { description }),
    ...(sharedPictureUrl === undefined ? {} : { sharedPictureUrl }),
    ...(structured?.isFree === undefined ? {} : { isFree: structured.isFree }),
  };
}

function declaredTitles(meta: MetaTags, structured: StructuredData | undefined): readonly string[] {
  const titles = [
    structured?.headline,
    meta.first('og:title'),
    meta.first('citation_title', 'parsely-title', 'dc.title', 'dcterms.title', 'twitter:title'),
  ];
  return titles.filter((title) => title !== undefined);
}

// Open Graph before JSON-LD here alone: `publisher` often names the company, `og:site_name` what readers call the site.
function readSiteName(meta: MetaTags, structured: StructuredData | undefined, host: string): string {
  return (
    meta.first('og:site_name', 'application-name', 'citation_journal_title') ??
    structured?.publisher ??
    host.replace(/^www\./, '')
  );
}

function readAuthors(meta: MetaTags, structured: StructuredData | undefined, copy: Document): readonly string[] {
  const sources: readonly (() => readonly string[])[] = [
    () => structured?.authors ?? [],
    () =>
      meta.all(
        'citation_author',
        'parsely-author',
        'article:author',
        'author',
        'dc.creator',
        'dcterms.creator',
        'byl',
        'sailthru.author',
      ),
    () => visibleAuthors(copy),
  ];
  for (const source of sources) {
    const authors = cleanAuthors(source());
    if (authors.length > 0) return authors;
  }
  return [];
}

function firstDate(meta: MetaTags, structured: StructuredData | undefined, copy: Document): string | undefined {
  const claims = [
    structured?.publishedAt,
    meta.first('article:published_time', 'og:article:published_time', 'og:published_time'),
    meta.first(
      'citation_publication_date',
      'citation_date',
      'parsely-pub-date',
      'datepublished',
      'pubdate',
      'publish-date',
      'publication_date',
      'date',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'sailthru.date',
    ),
    visibleDate(copy),
  ];
  for (const claim of claims) {
    const date = readDate(claim);
    if (date !== undefined) return date;
  }
  return undefined;
}
