export type FetchedPage =
  | {
      readonly status: 'fetched';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** As the server names it, in lower case; empty if it does not. */
      readonly contentType: string;
      readonly finalUrl: string;
    }
  | { readonly status: 'answered'; readonly code: number; readonly retryAfter: number | undefined }
  | { readonly status: 'too-large' }
  | { readonly status: 'no-page'; readonly contentType: string }
  /** No connection, no permission, or no end in time. */
  | { readonly status: 'unreachable' };

const LONGEST_WAIT = 25_000;
/** Seconds that a server may ask for; beyond that it is tried later by hand. */
const LONGEST_ASKED = 3600;

/** Fetches a page as a visitor who is not known: without cookies, without a referrer, and bounded in time and size. */
export async function fetchPage(url: string, mostBytes: number): Promise<FetchedPage> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), LONGEST_WAIT);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { Accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' },
      signal: controller.signal,
    });
    if (!response.ok) return { status: 'answered', code: response.status, retryAfter: retryAfterOf(response) };
    const contentType = (response.headers.get('content-type') ?? '').toLowerCase();
    if (!/^(?:text\/html|application\/xhtml\+xml|\s*$)/.test(contentType)) return { status: 'no-page', contentType };
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength;
      if (length > mostBytes) return { status: 'too-large' };
      chunks.push(chunk);
    }
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
    return { status: 'fetched', bytes, contentType, finalUrl: response.url };
  } catch {
    return { status: 'unreachable' };
  } finally {
    clearTimeout(timer);
    // What was not read is not loaded either.
    controller.abort();
  }
}

/** Milliseconds (RFC 9110, 10.2.3: seconds or a date). */
function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, LONGEST_ASKED) * 1000 : undefined;
}
