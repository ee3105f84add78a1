import { browser } from 'wxt/browser';
import type { ArticleId } from '../article/ids.ts';
import { decodeRequest } from '../messages/decode-request.ts';
import type { SaveOutcome, WorkerRequest } from '../messages/requests.ts';

/** Sends a request to the worker and waits for its answer. Never rejects: a silent worker is an outcome too. */
export async function askWorker(request: WorkerRequest): Promise<SaveOutcome> {
  try {
    const answer: SaveOutcome | undefined = await browser.runtime.sendMessage(request);
    return answer ?? NO_ANSWER;
  } catch {
    return NO_ANSWER;
  }
}

const NO_ANSWER: SaveOutcome = {
  status: 'failed',
  sentence: {
    what: 'Lectern’s background part did not answer.',
    next: 'It may still be saving: look into your library, then try again.',
  },
};

/** Has the worker fetch again all pictures of an article that are not kept. */
export async function retryPictures(articleId: ArticleId): Promise<void> {
  await browser.runtime.sendMessage({ kind: 'retry-pictures', articleId } satisfies WorkerRequest);
}

/** Tells the worker to look what is to be done for imports. It looks by itself too, so a lost message loses nothing. */
export function wakeImports(): void {
  browser.runtime.sendMessage({ kind: 'run-imports' } satisfies WorkerRequest).catch(() => undefined);
}

/** The same for texts that are to be fetched. */
export function wakeTexts(): void {
  browser.runtime.sendMessage({ kind: 'fetch-texts' } satisfies WorkerRequest).catch(() => undefined);
}

/** Tells the worker that much was written: it merges what waits in the search index. */
export function wakeIndex(): void {
  browser.runtime.sendMessage({ kind: 'keep-index' } satisfies WorkerRequest).catch(() => undefined);
}

/** Tells the worker that the document beside it has made its backup. */
export function tellBackupEnded(): void {
  browser.runtime.sendMessage({ kind: 'backup-ended' } satisfies WorkerRequest).catch(() => undefined);
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
      const sentence = { what: 'Something in Lectern failed.', next: `Your library is unchanged. ${String(error)}` };
      respond({ status: 'failed', sentence } satisfies SaveOutcome);
    });
    return true;
  });
}
