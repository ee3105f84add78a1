import { browser } from 'wxt/browser';
import { decodeRequest } from '../messages/decode-request.ts';
import type { SaveOutcome, WorkerRequest } from '../messages/requests.ts';

/** Sends a request to the worker and waits for its answer. Never rejects. */
export async function askWorker(request: WorkerRequest): Promise<SaveOutcome> {
  try {
    return await browser.runtime.sendMessage(request);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { status: 'failed', why: 'worker', detail };
  }
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
