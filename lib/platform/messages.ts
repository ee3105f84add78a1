import { browser } from 'wxt/browser';
import type { ArticleId } from '../article/ids.ts';
import { decodeRequest } from '../messages/decode-request.ts';
import type { SaveOutcome, WorkerRequest } from '../messages/requests.ts';

/** Sends a request to the worker and waits for its answer. Never rejects: a silent worker is an outcome too. */
export async function askWorker(request: WorkerRequest): Promise<SaveOutcome> {
  try {
    const answer: SaveOutcome | undefined = await browser.runtime.sendMessage(request);
    return answer ?? { status: 'failed', why: 'worker', detail: 'no answer' };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { status: 'failed', why: 'worker', detail };
  }
}

/** Has the worker fetch what is missing: pictures that wait for the permission, or all of one article. */
export async function requestPictureQueue(articleId?: ArticleId): Promise<void> {
  const request: WorkerRequest =
    articleId === undefined ? { kind: 'keep-pictures' } : { kind: 'keep-pictures', articleId };
  await browser.runtime.sendMessage(request);
}

/**
 * Hands requests to the worker's use cases. Only the extension's own pages are heard: a content script, another
 * extension or a page gets no answer.
 */
export function onRequest(answer: (request: WorkerRequest) => Promise<SaveOutcome | undefined>): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    const isOwnPage = sender.id === browser.runtime.id && sender.url?.startsWith(`${location.origin}/`) === true;
    const request = isOwnPage ? decodeRequest(message) : undefined;
    if (!request) return false;
    answer(request).then(respond, (error: unknown) => {
      respond({ status: 'failed', why: 'storage', detail: String(error) } satisfies SaveOutcome);
    });
    return true;
  });
}
