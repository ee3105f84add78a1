import { browser } from 'wxt/browser';
import { type UntrustedHtml, untrusted } from '../article/html.ts';
import { isRecord } from '../messages/decode.ts';
import { closeOffscreen, openOffscreen } from './offscreen.ts';

/** Reads the article of a page that was fetched. What it gives is not trusted. */
export type ReadPage = (html: UntrustedHtml, url: string) => unknown;

const SCRIPT = '/text-reader.js';
/** Longest wait for one page; the capture itself stops earlier. */
const LONGEST_WAIT = 30_000;

/** A window, with what `offerReading` put there. */
export interface ReadingWindow {
  readonly document: Document;
  lecternReadPage?: ReadPage;
}

interface ReadingRequest {
  readonly kind: 'read-fetched-page';
  readonly html: string;
  readonly url: string;
}

/**
 * Makes the reader of pages: in a document of the extension that is never shown. Chromium's worker has none and opens one
 * beside it; Firefox's background part is one itself. It gives `undefined` if there is no answer in time.
 *
 * @param page the background page, where there is one
 */
export function createPageReader(page: BackgroundPage | undefined) {
  return {
    read: async (html: string, url: string): Promise<unknown> => {
      try {
        if (page) return (await loadReader(page))(untrusted(html), url);
        await openOffscreen('reader');
        const request: ReadingRequest = { kind: 'read-fetched-page', html, url };
        return await Promise.race([browser.runtime.sendMessage(request), timeout()]);
      } catch {
        // A page that ends its reader is a page that can't be read; the next one gets a new reader.
        if (!page) await closeOffscreen('reader');
        return undefined;
      }
    },
    /** Frees the memory of the document beside the worker, once nothing is left to read. */
    close: async (): Promise<void> => {
      if (!page) await closeOffscreen('reader');
    },
  };
}

export interface BackgroundPage {
  readonly window: ReadingWindow;
  /** Makes of a script's address what a script element takes. */
  readonly trustScript: (path: string) => string;
}

const timeout = () =>
  new Promise<never>((_, reject) => setTimeout(() => reject(new Error('No answer in time')), LONGEST_WAIT));

/** Answers the worker, in the document beside it. Nobody else is heard. */
export function answerReading(read: ReadPage): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const isOwn = sender.id === browser.runtime.id && sender.tab === undefined;
    if (!isOwn || !isRecord(message) || message['kind'] !== 'read-fetched-page') return false;
    respond(read(untrusted(String(message['html'])), String(message['url'])));
    return false;
  });
}

/** Lets the background page, which loaded this script, read by itself. */
export function offerReading(page: ReadingWindow, read: ReadPage): void {
  page.lecternReadPage = read;
}

async function loadReader({ window, trustScript }: BackgroundPage): Promise<ReadPage> {
  if (window.lecternReadPage) return window.lecternReadPage;
  const script = window.document.createElement('script');
  script.src = trustScript(SCRIPT);
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('The reader did not load'));
  });
  window.document.head.append(script);
  await loaded;
  if (!window.lecternReadPage) throw new Error('The reader did not start');
  return window.lecternReadPage;
}
