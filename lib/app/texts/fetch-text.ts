import type { CaptureWarning } from '../../article/capture.ts';
import { contentHash } from '../../article/content-hash.ts';
import { hostOf } from '../../article/normalise-url.ts';
import { parseUrl } from '../../article/parse-url.ts';
import type { TextFailure, TextJob } from '../../article/text-job.ts';
import { decodeCapture } from '../../messages/decode-capture.ts';
import type { FetchedPage } from '../../platform/fetch-page.ts';
import { mayFetch } from '../../safety/public-address.ts';
import type { FetchedDraft } from '../../store/fill-article.ts';
import { decodeText } from '../../transfer/import/decode-text.ts';

export interface TextFetching {
  readonly fetchPage: (url: string, mostBytes: number) => Promise<FetchedPage>;
  /** Runs the capture on a page that is parsed and never shown. Its answer is not trusted; `undefined` for none in time. */
  readonly readPage: (html: string, url: string) => Promise<unknown>;
}

export type FetchedText =
  | { readonly status: 'read'; readonly draft: FetchedDraft }
  | { readonly status: 'failed'; readonly why: TextFailure; readonly code?: number }
  /** Worth another try, after so many milliseconds if the server said so. */
  | { readonly status: 'later'; readonly retryAfter?: number; readonly code?: number };

/** A page's HTML: beyond this it is no article, or one with all its pictures in it. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Pages that stand in the place of the text that was asked for. */
const IN_ITS_PLACE: readonly CaptureWarning[] = ['error', 'sign-in', 'consent', 'shell'];

/** Addresses that Omnivore made up for mails: there was never a page. */
const MADE_UP = /^https?:\/\/omnivore\.(?:app|work)\/no_url\b/i;

/** Fetches the page of a link and takes its text out of it, by the same capture as for a page that is open. */
export async function fetchText({ fetchPage, readPage }: TextFetching, { url }: TextJob): Promise<FetchedText> {
  if (MADE_UP.test(url)) return { status: 'failed', why: 'no-page' };
  if (!mayFetch(url, '')) return { status: 'failed', why: 'private' };
  const fetched = await fetchPage(url, MOST_BYTES);
  if (fetched.status === 'unreachable') return { status: 'later' };
  if (fetched.status === 'answered') return judgeCode(fetched.code, fetched.retryAfter);
  if (fetched.status !== 'fetched') return { status: 'failed', why: fetched.status };
  const { finalUrl, bytes, contentType } = fetched;
  if (!mayFetch(finalUrl, '')) return { status: 'failed', why: 'private' };
  if (isFrontPage(finalUrl) && !isFrontPage(url)) return { status: 'failed', why: 'gone' };
  const outcome = decodeCapture(await readPage(decodePage(bytes, contentType), finalUrl));
  if (outcome?.status !== 'captured') return { status: 'failed', why: 'no-article' };
  const { capture } = outcome;
  if (capture.warnings.some((warning) => IN_ITS_PLACE.includes(warning))) {
    return { status: 'failed', why: capture.warnings.includes('sign-in') ? 'refused' : 'no-article' };
  }
  const { html, wordCount, pictures, warnings, receipt, selection: _, title, siteName, url: __, ...rest } = capture;
  const body = new TextEncoder().encode(html);
  const text = {
    body: { hash: await contentHash(body), html, byteLength: body.length },
    source: 'page' as const,
    wordCount,
    pictures,
    warnings,
    receipt,
  };
  return {
    status: 'read',
    draft: { ...rest, title: title || url, siteName: siteName || hostOf(url), wordCount, text },
  };
}

function judgeCode(code: number, retryAfter: number | undefined): FetchedText {
  if (code === 404 || code === 410) return { status: 'failed', why: 'gone', code };
  if (code === 408 || code === 425 || code === 429 || code >= 500) {
    return { status: 'later', code, ...(retryAfter !== undefined && { retryAfter }) };
  }
  return { status: 'failed', why: 'refused', code };
}

/** What many sites show in the place of a text that is gone. */
function isFrontPage(url: string): boolean {
  const parsed = parseUrl(url);
  return parsed?.pathname === '/' && parsed.search === '';
}

function decodePage(bytes: Uint8Array<ArrayBuffer>, contentType: string): string {
  const label = /charset\s*=\s*["']?([\w-]+)/.exec(contentType)?.[1];
  try {
    return label === undefined ? decodeText(bytes) : new TextDecoder(label).decode(bytes);
  } catch {
    // An encoding that nobody knows.
    return decodeText(bytes);
  }
}
