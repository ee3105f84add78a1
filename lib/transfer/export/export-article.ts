import type { Direction } from '../../article/article.ts';
import type { SafeHtml } from '../../article/html.ts';
import type { Timestamp } from '../../article/ids.ts';
import type { Colour } from '../../article/list.ts';
import type { PictureType } from '../../article/picture.ts';

/** An article on its way out. Its text has passed the sanitiser. */
export interface ExportArticle {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string;
  readonly excerpt: string;
  /** ISO 8601. */
  readonly publishedAt?: string;
  readonly language?: string;
  readonly direction: Direction;
  readonly wordCount: number;
  readonly savedAt: Timestamp;
  readonly isArchived: boolean;
  readonly isFavourite: boolean;
  /** 0 to 1. */
  readonly progress: number;
  readonly tags: readonly string[];
  readonly lists: readonly string[];
  /** The name of its first list, behind that of the list it stands inside of; empty for an article on none. */
  readonly folder: readonly string[];
  /** The empty text if there is none. */
  readonly note: string;
  readonly highlights: readonly ExportHighlight[];
  /** Absent for a link without its text. Pictures carry their address in `data-picture`. */
  readonly html?: SafeHtml;
  readonly pictures: readonly ExportPicture[];
}

export interface ExportHighlight {
  readonly id: string;
  /** Empty for a picture without a description. */
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly startIndex?: number;
  readonly endIndex?: number;
  readonly colour: Colour;
  /** The empty text if there is none. */
  readonly note: string;
  readonly createdAt: Timestamp;
}

/** A picture that is kept. */
export interface ExportPicture {
  readonly url: string;
  readonly hash: string;
  readonly type: PictureType;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

const EXTENSIONS: Readonly<Record<PictureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

export const pictureName = ({ hash, type }: Pick<ExportPicture, 'hash' | 'type'>): string =>
  `${hash}.${EXTENSIONS[type]}`;

export const isoDate = (time: Timestamp): string => new Date(time).toISOString();
/** Without milliseconds, as EPUB and others ask. */
export const isoSeconds = (time: Timestamp): string => isoDate(time).replace(/\.\d+Z$/, 'Z');
export const day = (time: Timestamp): string => isoDate(time).slice(0, 10);
