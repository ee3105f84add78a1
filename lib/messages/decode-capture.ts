import {
  CAPTURE_WARNINGS,
  type Capture,
  type CapturedPicture,
  type CapturedSelection,
  type CaptureOutcome,
  type LoneSelection,
  MAX_HTML_LENGTH,
  MAX_PICTURES,
  METADATA_SOURCE_IDS,
  type MetadataSourceId,
  type MetadataSources,
  type Receipt,
  type UnreadableReason,
} from '../article/capture.ts';
import { untrusted } from '../article/html.ts';
import { cutText, isRecord, textOf, webUrlOf } from './decode.ts';
import { decodeCut } from './decode-cut.ts';

/**
 * Decodes what came back from the script injected into a page. The page may have had its hands in it: every field is
 * checked for kind and size, unknown ones are left behind. `undefined` means that it is not an answer at all.
 */
export function decodeCapture(value: unknown): CaptureOutcome | undefined {
  if (!isRecord(value)) return undefined;
  if (value['status'] === 'unreadable') {
    const why = UNREADABLE.find((reason) => reason === value['why']);
    if (!why) return undefined;
    const url = cutText(value['url'], 8192);
    const selection = decodeLoneSelection(value['selection']);
    return { status: 'unreadable', why, url, title: cutText(value['title'], 1000), ...(selection && { selection }) };
  }
  if (value['status'] !== 'captured') return undefined;
  const capture = decodeArticle(value['capture']);
  return capture && { status: 'captured', capture };
}

const UNREADABLE: readonly UnreadableReason[] = [
  'no-article',
  'empty',
  'pdf',
  'not-html',
  'too-large',
  'error',
  'sign-in',
  'consent',
  'shell',
  'no-other-cut',
];
const MOST_AUTHORS = 30;
/** No text that one saves has more; keeps a forged number from spoiling sums. */
const MOST_WORDS = 10_000_000;

function decodeArticle(value: unknown): Capture | undefined {
  if (!isRecord(value)) return undefined;
  const url = webUrlOf(value['url']);
  const html = textOf(value['html'], MAX_HTML_LENGTH);
  if (url === undefined || html === undefined) return undefined;
  const canonicalUrl = webUrlOf(value['canonicalUrl']);
  const leadPictureUrl = webUrlOf(value['leadPictureUrl']);
  const publishedAt = isoDateOf(value['publishedAt']);
  const modifiedAt = isoDateOf(value['modifiedAt']);
  const iconUrl = webUrlOf(value['iconUrl']);
  const metadataSources = decodeSources(value['metadataSources']);
  const language = languageOf(value['language']);
  const selection = decodeSelection(value['selection']);
  return {
    url,
    title: cutText(value['title'], 1000),
    authors: listOf(value['authors'], MOST_AUTHORS).flatMap((author) => cutText(author, 200) || []),
    siteName: cutText(value['siteName'], 200),
    excerpt: cutText(value['excerpt'], 1000),
    direction: value['direction'] === 'rtl' ? 'rtl' : 'ltr',
    html: untrusted(html),
    wordCount: wordCountOf(value['wordCount']),
    pictures: decodePictures(value['pictures']),
    warnings: CAPTURE_WARNINGS.filter((warning) => listOf(value['warnings'], 20).includes(warning)),
    receipt: decodeReceipt(value['receipt']),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(leadPictureUrl !== undefined && { leadPictureUrl }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(modifiedAt !== undefined && { modifiedAt }),
    ...(iconUrl !== undefined && { iconUrl }),
    ...(metadataSources && { metadataSources }),
    ...(language !== undefined && { language }),
    ...(selection && { selection }),
  };
}

function decodeReceipt(value: unknown): Receipt {
  const { cut, pictureCount, leftOutWords } = isRecord(value) ? value : {};
  return {
    cut: decodeCut(cut),
    pictureCount: Math.min(wordCountOf(pictureCount), MAX_PICTURES),
    leftOutWords: wordCountOf(leftOutWords),
  };
}

function decodeSources(value: unknown): MetadataSources | undefined {
  if (!isRecord(value)) return undefined;
  const idOf = (name: string): MetadataSourceId | undefined => METADATA_SOURCE_IDS.find((id) => id === value[name]);
  const title = idOf('title');
  const authors = idOf('authors');
  const publishedAt = idOf('publishedAt');
  return { ...(title && { title }), ...(authors && { authors }), ...(publishedAt && { publishedAt }) };
}

function decodeSelection(value: unknown): CapturedSelection | undefined {
  if (!isRecord(value)) return undefined;
  const html = textOf(value['html'], MAX_HTML_LENGTH);
  if (html === undefined) return undefined;
  return {
    html: untrusted(html),
    wordCount: wordCountOf(value['wordCount']),
    pictures: decodePictures(value['pictures']),
  };
}

function decodeLoneSelection(value: unknown): LoneSelection | undefined {
  const selection = decodeSelection(value);
  if (!selection || !isRecord(value)) return undefined;
  const language = languageOf(value['language']);
  return {
    ...selection,
    siteName: cutText(value['siteName'], 200),
    excerpt: cutText(value['excerpt'], 1000),
    direction: value['direction'] === 'rtl' ? 'rtl' : 'ltr',
    ...(language !== undefined && { language }),
  };
}

function decodePictures(value: unknown): readonly CapturedPicture[] {
  const byUrl = new Map<string, CapturedPicture>();
  for (const picture of listOf(value, MAX_PICTURES)) {
    if (!isRecord(picture)) continue;
    const url = webUrlOf(picture['url']);
    if (url !== undefined && !byUrl.has(url)) byUrl.set(url, { url, alt: cutText(picture['alt'], 2000) });
  }
  return [...byUrl.values()];
}

const listOf = (value: unknown, most: number): readonly unknown[] => (Array.isArray(value) ? value.slice(0, most) : []);

const wordCountOf = (value: unknown): number =>
  typeof value === 'number' && value >= 0 && value <= MOST_WORDS ? Math.round(value) : 0;

const isoDateOf = (value: unknown): string | undefined => {
  const text = textOf(value, 40);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
};

const languageOf = (value: unknown): string | undefined => {
  const text = textOf(value, 35)?.toLowerCase();
  return text !== undefined && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/.test(text) ? text : undefined;
};
