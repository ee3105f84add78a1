import { browser } from 'wxt/browser';
import type { Cut } from '../article/capture.ts';
import { isRecord } from '../messages/decode.ts';
import { askForCut } from './asked-cut.ts';
import type { Fetched } from './fetch-bytes.ts';

export type Injected =
  | { readonly status: 'ran'; readonly result: unknown }
  /** The browser did not let the script in; `message` is its own wording. */
  | { readonly status: 'refused'; readonly message: string };

/**
 * Runs the capture script in a tab's top frame and gives what it returned: not decoded, not trusted. The answer comes
 * back as the injection's own result, so no page can send one that was not asked for.
 */
export async function injectCapture(tabId: number, cut: Cut = 0): Promise<Injected> {
  try {
    const target = { tabId };
    // A file takes no arguments. Both are sent in one go, so that nothing else runs between them.
    const asked = cut === 0 ? undefined : browser.scripting.executeScript({ target, func: askForCut, args: [cut] });
    const injected = browser.scripting.executeScript({ target, files: ['/capture.js'] });
    const [[frame]] = await Promise.all([injected, asked]);
    return { status: 'ran', result: frame?.result };
  } catch (error) {
    return { status: 'refused', message: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Fetches a picture from inside the page, with the page's origin: the way to pictures of the page's own site in
 * Firefox, where `activeTab` opens no fetch to the background page (tried in Firefox 153).
 */
export async function fetchInPage(tabId: number, url: string, mostBytes: number): Promise<Fetched> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: fetchAsBase64,
      args: [url, mostBytes],
    });
    return decodeFetched(frame?.result, url);
  } catch {
    // The tab was closed or shows another page by now: the picture has to come another way.
    return { status: 'unreachable' };
  }
}

function decodeFetched(result: unknown, url: string): Fetched {
  if (!isRecord(result) || typeof result['code'] !== 'number') return { status: 'unreachable' };
  const { code, finalUrl, base64 } = result;
  if (code < 200 || code > 299) return { status: 'answered', code };
  if (typeof base64 !== 'string') return { status: 'too-large' };
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return { status: 'fetched', bytes, finalUrl: typeof finalUrl === 'string' ? finalUrl : url };
}

interface FetchedAsBase64 {
  readonly code: number;
  readonly finalUrl: string;
  /** `null` where the site refused it, or it is too large. */
  readonly base64: string | null;
}

/** Serialised into the page: it may use nothing from this module. Gives `null` if there was no answer. */
async function fetchAsBase64(url: string, mostBytes: number): Promise<FetchedAsBase64 | null> {
  try {
    const signal = AbortSignal.timeout(20_000);
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
    const { status: code, url: finalUrl } = response;
    const blob = response.ok ? await response.blob() : undefined;
    if (!blob || blob.size > mostBytes) return { code, finalUrl, base64: null };
    const dataUrl = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
    return { code, finalUrl, base64: dataUrl.slice(dataUrl.indexOf(',') + 1) };
  } catch {
    return null;
  }
}
