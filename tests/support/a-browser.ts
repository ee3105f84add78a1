import { vi } from 'vitest';
import type { Capture, CaptureOutcome } from '../../lib/article/capture.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { TabAtClick } from '../../lib/messages/requests.ts';
import type { Injected } from '../../lib/platform/inject.ts';
import { readArticle } from '../../lib/store/read-article.ts';
import { readBody } from '../../lib/store/read-versions.ts';
import { aCapture, aStore, type TestStore } from './a-store.ts';

/** The page of the tab that was clicked on. */
export const URL_AT_CLICK = 'https://daily.example/quiet-room';
export const TAB_AT_CLICK: TabAtClick = { tabId: 7, url: URL_AT_CLICK, title: 'The quiet room · Daily' };

/** A browser whose tab shows a page that the capture script reads as given. */
export function aBrowser(answer: Partial<Capture> | CaptureOutcome | Injected = {}, store: TestStore = aStore()) {
  let shown = answer;
  const injectCapture = vi.fn(async (): Promise<Injected> => {
    if ('status' in shown && (shown.status === 'ran' || shown.status === 'refused')) return shown;
    const outcome = 'status' in shown ? shown : { status: 'captured', capture: aCapture(shown) };
    // As the browser hands it over: a copy, of no type.
    return { status: 'ran', result: JSON.parse(JSON.stringify(outcome)) };
  });
  const show = (next: typeof answer) => {
    shown = next;
  };
  return { store, injectCapture, startPictures: vi.fn(), show };
}

/** The id in an outcome that kept something. */
export const articleIdOf = (outcome: object): ArticleId => {
  if (!('articleId' in outcome)) throw new Error(`Nothing was kept: ${JSON.stringify(outcome)}`);
  return outcome.articleId as ArticleId;
};

/** The text that is shown of an article. */
export async function shownHtml(store: TestStore, articleId: ArticleId) {
  const article = await readArticle(store, articleId);
  return article && (await readBody(store, article))?.html;
}
