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
export type UnreadableReason = 'no-article' | 'empty' | 'pdf' | 'not-html' | 'too-large';

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
  readonly language?: string;
  readonly direction: Direction;
  readonly html: UntrustedHtml;
  readonly wordCount: number;
  /** In the order of the text, each address once, at most 200. */
  readonly pictures: readonly CapturedPicture[];
  readonly leadPictureUrl?: string;
  /** Present if the reader had selected something on the page. */
  readonly selection?: CapturedSelection;
  /** What the page itself says of missing text. */
  readonly warnings: readonly CaptureWarning[];
}

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

/** `teaser`: the page shows the beginning only, behind a paywall or login. */
export type CaptureWarning = 'teaser';

/** The most pictures kept of one article. */
export const MAX_PICTURES = 200;
/** The most bytes of pictures kept of one article. */
export const MAX_PICTURE_BYTES = 12 * 1024 * 1024;
/** The longest HTML accepted from a page, in UTF-16 units. A 200,000-word article with markup is about 3 MB. */
export const MAX_HTML_LENGTH = 16 * 1024 * 1024;
