import type { Direction } from '../../article/article.ts';
import type { MetadataSourceId, MetadataSources } from '../../article/capture.ts';
import { parseAddress, webAddress } from '../addresses.ts';
import { fold } from '../text.ts';
import { chooseTitle, headingsOf, nameOfHost, titleHeadingOf } from './choose-title.ts';
import { cleanAuthors } from './clean-authors.ts';
import { dateInAddress } from './date-in-address.ts';
import { type MetaTags, readMetaTags } from './meta-tags.ts';
import type { MetadataSource, PageFacts } from './metadata-source.ts';
import { METADATA_SOURCES } from './metadata-sources.ts';
import { readCanonical } from './read-canonical.ts';
import { readDate } from './read-date.ts';
import { readIcon } from './read-icon.ts';
import { readDirection, readLanguage } from './read-language.ts';
import { readStructuredData, type StructuredData } from './structured-data.ts';

export interface Metadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string;
  readonly publishedAt?: string;
  /** Absent if the page was not changed after the day on which it was published. */
  readonly modifiedAt?: string;
  readonly language?: string;
  readonly direction: Direction;
  readonly canonicalUrl?: string;
  readonly iconUrl?: string;
  /** The page's own summary, uncut. */
  readonly description?: string;
  /** The picture the page shows when it is shared; absolute. It need not stand in the page. */
  readonly sharedPictureUrl?: string;
  /** What the page says of itself: `false` behind a paywall. */
  readonly isFree?: boolean;
  /** True if the page calls itself an article, as lists of articles do not. */
  readonly isDeclaredArticle: boolean;
  readonly sources?: MetadataSources;
}

/**
 * Reads what a page says about itself.
 * @param table where to look, best first
 */
export function readMetadata(
  copy: Document,
  live: Document,
  pageUrl: string,
  table: readonly MetadataSource[] = METADATA_SOURCES,
): Metadata {
  const meta = readMetaTags(copy);
  const headings = headingsOf(copy);
  const titleHeadings = headings.map(titleHeadingOf);
  const headingTexts = titleHeadings.map(({ text }) => text);
  const structured = readStructuredData(copy, headingTexts);
  const host = parseAddress(pageUrl, pageUrl)?.hostname ?? '';
  const siteName = readSiteName(meta, structured, host);
  const language = readLanguage(copy, meta, structured?.language);
  const facts = { copy, url: pageUrl, meta, structured, heading: undefined };
  const title = chooseTitle({
    claims: table.flatMap(({ id, titles }) =>
      (titles?.(facts) ?? []).flatMap((text) => (text === undefined ? [] : [{ source: id, text }])),
    ),
    headings: titleHeadings,
    siteName,
    host,
  });
  const titleIndex = headingTexts.findIndex((text) => fold(text) === fold(title?.text ?? ''));
  const page: PageFacts = { ...facts, heading: headings[titleIndex] ?? headings.find((one) => one.localName === 'h1') };
  const authors = readAuthors(page, table, [siteName, structured?.publisher ?? '', nameOfHost(host)]);
  const { published, modified } = readDates(page, table, language);
  const canonicalUrl = readCanonical(copy, meta, pageUrl);
  const iconUrl = readIcon(copy, pageUrl);
  const description = meta.first('og:description', 'description', 'twitter:description') ?? structured?.description;
  const sharedPictureUrl = webAddress(
    meta.first('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src') ??
      structured?.pictureUrl,
    pageUrl,
  );
  return {
    title: title?.text || host,
    authors: authors?.value ?? [],
    siteName,
    direction: readDirection(copy, live, language),
    isDeclaredArticle: structured?.isArticle === true || /article|blog/i.test(meta.first('og:type') ?? ''),
    sources: {
      ...(title === undefined ? {} : { title: title.source }),
      ...(authors === undefined ? {} : { authors: authors.source }),
      ...(published === undefined ? {} : { publishedAt: published.source }),
    },
    ...(published === undefined ? {} : { publishedAt: published.value }),
    ...(modified === undefined ? {} : { modifiedAt: modified }),
    ...(language === undefined ? {} : { language }),
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(iconUrl === undefined ? {} : { iconUrl }),
    ...(description === undefined ? {} : { description }),
    ...(sharedPictureUrl === undefined ? {} : { sharedPictureUrl }),
    ...(structured?.isFree === undefined ? {} : { isFree: structured.isFree }),
  };
}

// Open Graph before JSON-LD here alone: `publisher` often names the company, `og:site_name` what readers call the site.
function readSiteName(meta: MetaTags, structured: StructuredData | undefined, host: string): string {
  return (
    meta.first('og:site_name', 'application-name', 'citation_journal_title') ??
    structured?.publisher ??
    host.replace(/^www\./, '')
  );
}

interface Found<Value> {
  readonly value: Value;
  readonly source: MetadataSourceId;
}

/** A site that names itself as author of everything is believed only if no one else is named. */
function readAuthors(
  page: PageFacts,
  table: readonly MetadataSource[],
  siteNames: readonly string[],
): Found<readonly string[]> | undefined {
  const sites = new Set(siteNames.map(squeeze));
  let site: Found<readonly string[]> | undefined;
  for (const { id, authors } of table) {
    const value = cleanAuthors(authors?.(page) ?? []);
    if (value.some((name) => !sites.has(squeeze(name)))) return { value, source: id };
    if (value.length > 0) site ??= { value, source: id };
  }
  return site;
}

function squeeze(name: string): string {
  return fold(name).replaceAll(' ', '');
}

type DateKind = 'published' | 'modified';

function readDates(page: PageFacts, table: readonly MetadataSource[], language: string | undefined) {
  const isDayFirst = language !== undefined && !/^en(-us)?$/.test(language);
  const firstOf = (kind: DateKind): Found<string> | undefined => {
    for (const source of table) {
      for (const claim of source[kind]?.(page) ?? []) {
        const value = readDate(claim, isDayFirst);
        if (value !== undefined) return { value, source: source.id };
      }
    }
    return undefined;
  };
  const published = ownDay(firstOf('published'), dateInAddress(page.url));
  const modified = firstOf('modified');
  const isLater =
    modified !== undefined && (published === undefined || modified.value.slice(0, 10) > published.value.slice(0, 10));
  return { published, modified: isLater ? modified.value : undefined };
}

/** A time in UTC may lie on the day before or after the one on which the site says it was; its address tells. */
function ownDay(found: Found<string> | undefined, addressDay: string | undefined): Found<string> | undefined {
  if (found === undefined || addressDay === undefined || !/(Z|[+-]00:00)$/.test(found.value)) return found;
  const days = (Date.parse(found.value.slice(0, 10)) - Date.parse(addressDay)) / 86_400_000;
  return Math.abs(days) === 1 ? { value: addressDay, source: 'address' } : found;
}
