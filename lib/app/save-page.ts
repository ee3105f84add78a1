import type { Capture, CaptureOutcome } from '../article/capture.ts';
import type { UntrustedHtml } from '../article/html.ts';
import { type ArticleId, contentHash } from '../article/ids.ts';
import { cleanUrl, hostOf, normaliseUrl } from '../article/normalise-url.ts';
import { decodeCapture } from '../messages/decode-capture.ts';
import type { RefusalReason, SaveOutcome, TabAtClick } from '../messages/requests.ts';
import type { Injected } from '../platform/inject.ts';
import { wordsOf } from '../search/words.ts';
import { type ArticleDraft, addText, findArticleByUrlKey, keepArticle, type TextDraft } from '../store/articles.ts';
import type { Store } from '../store/database.ts';

import { whyRefused } from './why-refused.ts';

export interface Saving {
  readonly store: Store;
  readonly injectCapture: (tabId: number) => Promise<Injected>;
  /** Called once something with pictures is kept; must not be waited for. */
  readonly startPictures: () => void;
}

/** Keeps the page of a tab, as it is at the click. Resolves after the transaction completed, never before. */
export async function savePage(saving: Saving, tab: TabAtClick): Promise<SaveOutcome> {
  return save(saving, tab, 'page');
}

/** Keeps only what the reader selected on the page; without a selection, the page. */
export async function saveSelection(saving: Saving, tab: TabAtClick): Promise<SaveOutcome> {
  return save(saving, tab, 'selection');
}

/** Keeps an address without its text. */
export function keepLink({ store }: Pick<Saving, 'store'>, url: string, title: string): Promise<SaveOutcome> {
  const urlKey = normaliseUrl(url);
  if (urlKey === undefined) return Promise.resolve({ status: 'refused', why: 'browser-page', url, title });
  return keptOrFailed(async () => keepArticle(store, linkDraft(url, urlKey, title)));
}

/** Reads the page again and adds the text as a new version of an article that is here. */
export async function updateText(saving: Saving, tab: TabAtClick, articleId: ArticleId): Promise<SaveOutcome> {
  const read = await readPage(saving, tab);
  if ('status' in read) return read;
  const text = await pageText(read.capture);
  return keptOrFailed(async (): Promise<SaveOutcome> => {
    const updated = await addText(saving.store, articleId, text);
    if (updated.status === 'gone') return { status: 'failed', why: 'storage', detail: 'The article is not here.' };
    if (updated.status !== 'unchanged') saving.startPictures();
    if (updated.status === 'kept-aside') return { ...updated, articleId };
    if (updated.status === 'unchanged') return { status: 'unchanged', articleId };
    const { formerVersionId } = updated;
    return { status: 'updated', articleId, ...(formerVersionId && { formerVersionId }) };
  });
}

async function save(saving: Saving, tab: TabAtClick, source: 'page' | 'selection'): Promise<SaveOutcome> {
  const { store } = saving;
  const urlKey = normaliseUrl(tab.url);
  const here = urlKey === undefined ? undefined : await findArticleByUrlKey(store, urlKey);
  if (urlKey !== undefined && here?.versionId !== undefined && source === 'page') {
    // Here with its text: nothing is injected. It may lie in the trash, from which this brings it back.
    return keptOrFailed(() => keepArticle(store, linkDraft(tab.url, urlKey, tab.title)));
  }
  const read = await readPage(saving, tab);
  if ('status' in read) return read;
  const { capture } = read;
  const isSelection = source === 'selection' && capture.selection !== undefined;
  const text = await (isSelection ? selectionText(capture) : pageText(capture));
  const draft: ArticleDraft = { ...draftOf(capture, tab), wordCount: text.wordCount, text };
  return keptOrFailed(async (): Promise<SaveOutcome> => {
    const kept = await keepArticle(store, draft);
    if (kept.status === 'already-saved' && isSelection) {
      const added = await addText(store, kept.articleId, text);
      if (added.status === 'kept-aside') return { ...added, articleId: kept.articleId };
    }
    saving.startPictures();
    return kept;
  });
}

type Read = { readonly capture: Capture } | Extract<SaveOutcome, { readonly status: 'refused' }>;

async function readPage({ injectCapture }: Saving, tab: TabAtClick): Promise<Read> {
  const refuse = (why: RefusalReason): Read => ({ status: 'refused', why, url: tab.url, title: tab.title });
  const injected = await injectCapture(tab.tabId);
  if (injected.status === 'refused') return refuse(whyRefused(tab.url, injected.message));
  const outcome: CaptureOutcome | undefined = decodeCapture(injected.result);
  if (!outcome) return refuse('blocked');
  if (outcome.status === 'unreadable') return refuse(outcome.why);
  // The tab went on to another page between the click and the injection: that page was not asked for.
  if (tab.url !== '' && normaliseUrl(outcome.capture.url) !== normaliseUrl(tab.url)) return refuse('moved');
  return { capture: outcome.capture };
}

function draftOf(capture: Capture, tab: TabAtClick): Omit<ArticleDraft, 'text'> {
  const { canonicalUrl, publishedAt, language, leadPictureUrl } = capture;
  const url = cleanUrl(capture.url) ?? capture.url;
  const title = capture.title || tab.title || url;
  const siteName = capture.siteName || hostOf(url);
  return {
    url,
    urlKey: normaliseUrl(url) ?? url,
    title,
    authors: capture.authors,
    siteName,
    excerpt: capture.excerpt,
    direction: capture.direction,
    wordCount: capture.wordCount,
    words: wordsOf(`${title} ${siteName} ${hostOf(url)}`),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    ...(leadPictureUrl !== undefined && { leadPictureUrl }),
  };
}

function linkDraft(address: string, urlKey: string, givenTitle: string): ArticleDraft {
  const url = cleanUrl(address) ?? address;
  const siteName = hostOf(url);
  const title = givenTitle.trim() || url;
  const words = wordsOf(`${title} ${siteName}`);
  return { url, urlKey, title, authors: [], siteName, excerpt: '', direction: 'ltr', wordCount: 0, words };
}

async function pageText({ html, wordCount, pictures, warnings }: Capture): Promise<TextDraft> {
  const isPartial = warnings.includes('teaser');
  return { body: await bodyOf(html), source: 'page', wordCount, pictures, isPartial };
}

async function selectionText(capture: Capture): Promise<TextDraft> {
  const { html, wordCount, pictures } = capture.selection ?? capture;
  return { body: await bodyOf(html), source: 'selection', wordCount, pictures, isPartial: false };
}

async function bodyOf(html: UntrustedHtml): Promise<TextDraft['body']> {
  const bytes = new TextEncoder().encode(html);
  return { hash: await contentHash(bytes), html, byteLength: bytes.length };
}

/** A database that fails is told to the reader as such; nothing of the transaction remains. */
async function keptOrFailed(keep: () => Promise<SaveOutcome>): Promise<SaveOutcome> {
  try {
    return await keep();
  } catch (error) {
    return { status: 'failed', why: 'storage', detail: error instanceof Error ? error.message : String(error) };
  }
}
