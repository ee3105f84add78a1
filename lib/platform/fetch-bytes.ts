export type Fetched =
  | { readonly status: 'fetched'; readonly bytes: Uint8Array<ArrayBuffer>; readonly finalUrl: string }
  | { readonly status: 'answered'; readonly code: number }
  | { readonly status: 'too-large' }
  /** No connection, no permission or no CORS header: the browser does not say which. */
  | { readonly status: 'unreachable' };

/** Longest wait for a whole picture, in milliseconds. Under the 30 s after which a worker may be stopped. */
const LONGEST_WAIT = 25_000;

/** Fetches without cookies and without a referrer, and stops reading at `mostBytes`. */
export async function fetchBytes(url: string, mostBytes: number): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    if (!response.ok) return { status: 'answered', code: response.status };
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength;
      if (length > mostBytes) return { status: 'too-large' };
      chunks.push(chunk);
    }
    return { status: 'fetched', bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()), finalUrl: response.url };
  } catch {
    return { status: 'unreachable' };
  }
}
