import type { Direction } from './article.ts';
import type { UntrustedHtml } from './html.ts';

/** What the injected script found on a page. Comes from a hostile place: decoded before use. */
export type CaptureOutcome = { readonly status: 'captured'; readonly capture: Capture } | UnreadablePage;

export interface UnreadablePage {
  readonly status: 'unreadable';
  readonly why: UnreadableReason;
  readonly url: string;
  readonly title: string;
  /** Present if the reader had selected something: a part of any page can be kept. */
  readonly selection?: LoneSelection;
}

/** Why a page gave no article. Each has its own sentence in the popup. */
export type UnreadableReason =
  | 'no-article'
  | 'empty'
  | 'pdf'
  | 'not-html'
  | 'too-large'
  /** What a site shows in the place of a text: an error, a form to sign in, a question about cookies, a bare script. */
  | 'error'
  | 'sign-in'
  | 'consent'
  | 'shell'
  /** The reader asked for another cut, and the page has none. */
  | 'no-other-cut';

/** An article as read from a page. */
export interface Capture {
  /** `location.href` when the page was read. */
  readonly url: string;
  readonly canonicalUrl?: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string;
  readonly excerpt: string;
  /** ISO 8601. */
  readonly publishedAt?: string;
  /** ISO 8601; a later day than that of `publishedAt`. */
  readonly modifiedAt?: string;
  readonly language?: string;
  readonly direction: Direction;
  readonly html: UntrustedHtml;
  readonly wordCount: number;
  /** In the order of the text, each address once, at most 200. */
  readonly pictures: readonly CapturedPicture[];
  readonly leadPictureUrl?: string;
  /** The address of the site's icon. Nothing is fetched from there. */
  readonly iconUrl?: string;
  readonly metadataSources?: MetadataSources;
  /** Present if the reader had selected something on the page. */
  readonly selection?: CapturedSelection;
  /** What the text may be missing. */
  readonly warnings: readonly CaptureWarning[];
  readonly receipt: Receipt;
}

/** Where title, authors and day were found; absent what was not. */
export interface MetadataSources {
  readonly title?: MetadataSourceId;
  readonly authors?: MetadataSourceId;
  readonly publishedAt?: MetadataSourceId;
}

export type MetadataSourceId = (typeof METADATA_SOURCE_IDS)[number];

export const METADATA_SOURCE_IDS = [
  'json-ld',
  'open-graph',
  'meta-tags',
  'card',
  'marked-up',
  'page-head',
  'heading',
  'document-title',
  'address',
] as const;

export interface CapturedPicture {
  /** Absolute http or https address. */
  readonly url: string;
  readonly alt: string;
}

export interface CapturedSelection {
  readonly html: UntrustedHtml;
  readonly wordCount: number;
  readonly pictures: readonly CapturedPicture[];
}

/** A selection on a page that gave no article, with what the record of an article needs of its page. */
export interface LoneSelection extends CapturedSelection {
  readonly siteName: string;
  /** The beginning of what is selected. */
  readonly excerpt: string;
  readonly language?: string;
  readonly direction: Direction;
}

/** What was taken of a page. With the warnings it says what may have been missed: `docs/receipt.md`. */
export interface Receipt {
  readonly cut: Cut;
  /** In the text; which of them are kept is told by the queue. */
  readonly pictureCount: number;
  /** Words in visible paragraphs beside the kept ones that the text lacks; 0 if there are too few to speak of. */
  readonly leftOutWords: number;
}

/** Which part of a page is taken: `0` what Lectern holds for the article, from `1` on the other candidates in order. */
export type Cut = number | 'whole-page';
/** No page has so many candidates. */
export const MAX_CUT = 20;

/**
 * `teaser`: the page shows the beginning only. `consent`, `sign-in`, `error`, `shell`: the text looks like what a site
 * shows in the place of a text. `listing`: it looks like the beginnings of many texts. `left-out`: paragraphs of the
 * article's own box are missing. `plain`: the page was too much for the careful way, and was read the plain one.
 */
export const CAPTURE_WARNINGS = [
  'error',
  'sign-in',
  'consent',
  'shell',
  'teaser',
  'listing',
  'left-out',
  'plain',
] as const;
export type CaptureWarning = (typeof CAPTURE_WARNINGS)[number];

/** The most pictures kept of one article. */
export const MAX_PICTURES = 200;
/** The most bytes of pictures kept of one article. */
export const MAX_PICTURE_BYTES = 12 * 1024 * 1024;
/** The longest HTML accepted from a page, in UTF-16 units. A 200,000-word article with markup is about 3 MB. */
export const MAX_HTML_LENGTH = 16 * 1024 * 1024;
