import type { CaptureWarning, MetadataSources, Receipt } from './capture.ts';
import type { UntrustedHtml } from './html.ts';
import type { ArticleId, ContentHash, Timestamp, VersionId } from './ids.ts';

export type Direction = 'ltr' | 'rtl';

/**
 * The metadata of one kept address: everything a row in a list shows, and nothing large. An article without
 * `versionId` is a link whose text was not captured yet.
 */
export interface Article {
  readonly id: ArticleId;
  /** The address at the click, as the page had it, without user name, password and tracking parameters. */
  readonly url: string;
  /** The same with its tracking parameters, for the record; absent where there were none, and for what was kept before November 2026. */
  readonly uncutUrl?: string;
  /** `normaliseUrl(url)`: unique among articles, decides what counts as the same page. */
  readonly urlKey: string;
  readonly canonicalUrl?: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string;
  readonly excerpt: string;
  /** ISO 8601 as the page gave it, day precision or finer. */
  readonly publishedAt?: string;
  /** The same of the last change, if that was on a later day. */
  readonly modifiedAt?: string;
  /** BCP 47, lower-case primary subtag first, as in `en` or `pt-br`. */
  readonly language?: string;
  readonly direction: Direction;
  /** Words, or for scripts without spaces the equivalent in reading time. See `reading-time.ts`. */
  readonly wordCount: number;
  readonly leadPictureUrl?: string;
  /** The site's icon. Nothing is fetched from there. */
  readonly iconUrl?: string;
  /** Where title, authors and day were found. */
  readonly metadataSources?: MetadataSources;
  /** The version shown. */
  readonly versionId?: VersionId;
  readonly savedAt: Timestamp;
  readonly updatedAt: Timestamp;
}

export type VersionSource = 'page' | 'selection';

/** One capture of an article's text. Versions are added, never changed. */
export interface Version {
  readonly id: VersionId;
  readonly articleId: ArticleId;
  readonly bodyHash: ContentHash;
  readonly source: VersionSource;
  readonly wordCount: number;
  /** What the text may be missing. */
  readonly warnings: readonly CaptureWarning[];
  /** Absent for a selection, and for texts that no capture of this version or later made. */
  readonly receipt?: Receipt;
  readonly capturedAt: Timestamp;
  readonly updatedAt: Timestamp;
}

/** An immutable text, addressed by the SHA-256 of its HTML. */
export interface Body {
  readonly hash: ContentHash;
  readonly html: UntrustedHtml;
  /** Length of the HTML in UTF-8 bytes. */
  readonly byteLength: number;
}
