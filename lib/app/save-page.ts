import type { Capture, CaptureOutcome, Cut, UnreadablePage } from '../article/capture.ts';
import { contentHash } from '../article/content-hash.ts';
import type { UntrustedHtml } from '../article/html.ts';
import type { ArticleId } from '../article/ids.ts';
import { cleanUrl, hostOf, normaliseUrl, uncutUrl } from '../article/normalise-url.ts';
import { decodeCapture } from '../messages/decode-capture.ts';
import type { SaveOutcome, TabAtClick, Way } from '../messages/requests.ts';
import type { Injected } from '../platform/inject.ts';
import { type ArticleDraft, keepArticle } from '../store/articles.ts';
import type { Store } from '../store/database.ts';
import { findArticleByUrlKey } from '../store/find-by-url.ts';
import { addText, type TextDraft } from '../store/versions.ts';
import { notWritten, type Refused, refused } from './save-sentences.ts';
import { whyRefused } from './why-refused.ts';

export interface Saving {
  readonly store: Store;
  readonly injectCapture: (tabId: number, cut?: Cut) => Promise<Injected>;
  /** Called once something with pictures is kept; must not be waited for. */
  readonly startPictures: () => void;
}

/** Keeps the page of a tab, as it is at the click. Resolves after the transaction completed, never before. */
export async function savePage(saving: Saving, tab: TabAtClick): Promise<SaveOutcome> {
  return keptOrFailed(() => save(saving, tab, 'page'));
}

/** Keeps only what the reader selected, be the page an article or not; without a selection, the page. */
export async function saveSelection(saving: Saving, tab: TabAtClick): Promise<SaveOutcome> {
  return keptOrFailed(() => save(saving, tab, 'selection'));
}

/** Keeps an address without its text. */
export function keepLink({ store }: Pick<Saving, 'store'>, url: string, title: string): Promise<SaveOutcome> {
  const urlKey = normaliseUrl(url);
  if (urlKey === undefined) return Promise.resolve(refused('browser-page'));
  return keptOrFailed(async () => keepArticle(store, linkDraft(url, urlKey, title)));
}

/** Reads the page again and adds the text as a new version of an article that is here. */
export async function updateText(saving: Saving, tab: TabAtClick, articleId: ArticleId): Promise<SaveOutcome> {
  const read = await readPage(saving, tab, 'page');
  if ('status' in read) return read;
  const text = await pageText(read.capture);
  return keptOrFailed(() => addAsUpdate(saving, articleId, text));
}

/**
 * Takes another part of a page, because the reader asked for it: a new article, or a new version that is shown from
 * then on, whatever it looks like. The former text stays.
 */
export async function takeWay(saving: Saving, tab: TabAtClick, way: Way): Promise<SaveOutcome> {
  const read = await (way === 'selection' ? readPage(saving, tab, way) : readPage(saving, tab, 'page', way));
  if ('status' in read) return read.why === 'no-article' && way === 'selection' ? refused('nothing-selected') : read;
  const { capture } = read;
  if (way === 'selection' && capture.selection === undefined) return refused('nothing-selected');
  const text = await (way === 'selection' ? selectionText(capture) : pageText(capture));
  return keptOrFailed(async () => {
    const kept = await keepArticle(saving.store, { ...draftOf(capture, tab), wordCount: text.wordCount, text });
    if (kept.status === 'already-saved' || kept.status === 'restored') {
      return addAsUpdate(saving, kept.articleId, text, true);
    }
    saving.startPictures();
    return kept;
  });
}

async function addAsUpdate(
  saving: Saving,
  articleId: ArticleId,
  text: TextDraft,
  isChosen = false,
): Promise<SaveOutcome> {
  const updated = await addText(saving.store, articleId, text, isChosen);
  if (updated.status === 'gone') return notWritten('The article is not in the library any more.');
  if (updated.status !== 'unchanged') saving.startPictures();
  if (updated.status === 'kept-aside') return { ...updated, articleId };
  if (updated.status === 'unchanged') return { status: 'unchanged', articleId };
  const { formerVersionId } = updated;
  return { status: 'updated', articleId, ...(formerVersionId && { formerVersionId }) };
}

async function save(saving: Saving, tab: TabAtClick, source: 'page' | 'selection'): Promise<SaveOutcome> {
  const { store } = saving;
  const urlKey = normaliseUrl(tab.url);
  const here = urlKey === undefined ? undefined : await findArticleByUrlKey(store, urlKey);
  if (urlKey !== undefined && here?.versionId !== undefined && source === 'page') {
    // Here with its text: nothing is injected. It may lie in the trash, from which this brings it back.
    return keepArticle(store, linkDraft(tab.url, urlKey, tab.title));
  }
  const read = await readPage(saving, tab, source);
  if ('status' in read) return read;
  const { capture } = read;
  const isSelection = source === 'selection' && capture.selection !== undefined;
  const text = await (isSelection ? selectionText(capture) : pageText(capture));
  const draft: ArticleDraft = { ...draftOf(capture, tab), wordCount: text.wordCount, text };
  const kept = await keepArticle(store, draft);
  const isHereAlready = kept.status === 'already-saved' || kept.status === 'restored';
  const added = isSelection && isHereAlready ? await addText(store, kept.articleId, text) : undefined;
  saving.startPictures();
  return added?.status === 'kept-aside' ? { ...added, articleId: kept.articleId } : kept;
}

type Read = { readonly capture: Capture } | Refused;

async function readPage(
  { injectCapture }: Saving,
  tab: TabAtClick,
  source: 'page' | 'selection',
  cut: Cut = 0,
): Promise<Read> {
  const injected = await (cut === 0 ? injectCapture(tab.tabId) : injectCapture(tab.tabId, cut));
  if (injected.status === 'refused') return refused(whyRefused(tab.url, injected.message));
  const outcome: CaptureOutcome | undefined = decodeCapture(injected.result);
  // On pages of its own and on files, Firefox 153 runs nothing and reports no error.
  if (!outcome) return refused(whyRefused(tab.url, ''));
  if (outcome.status === 'captured') return ofTab(outcome.capture, tab);
  const selected = source === 'selection' ? captureOfSelection(outcome) : undefined;
  return selected === undefined ? refused(outcome.why) : ofTab(selected, tab);
}

/** The tab may go on to another page between the click and the injection: that page was not asked for. */
function ofTab(capture: Capture, tab: TabAtClick): Read {
  const isOther = tab.url !== '' && normaliseUrl(capture.url) !== normaliseUrl(tab.url);
  return isOther ? refused('moved') : { capture };
}

/** What is selected on a page that is no article, as the whole of it. */
function captureOfSelection({ url, title, selection }: UnreadablePage): Capture | undefined {
  // The decoder lets any address of such a page through: it may be that of a file.
  if (selection === undefined || normaliseUrl(url) === undefined) return undefined;
  const receipt = { cut: 0, leftOutWords: 0, pictureCount: selection.pictures.length };
  return { ...selection, url, title, authors: [], warnings: [], receipt, selection };
}
function draftOf(capture: Capture, tab: TabAtClick): Omit<ArticleDraft, 'text'> {
  const { canonicalUrl, publishedAt, modifiedAt, language, leadPictureUrl, iconUrl, metadataSources } = capture;
  const url = cleanUrl(capture.url) ?? capture.url;
  const uncut = uncutUrl(capture.url);
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
    ...(uncut !== undefined && { uncutUrl: uncut }),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    ...(modifiedAt !== undefined && { modifiedAt }),
    ...(leadPictureUrl !== undefined && { leadPictureUrl }),
    ...(iconUrl !== undefined && { iconUrl }),
    ...(metadataSources !== undefined && { metadataSources }),
  };
}

function linkDraft(address: string, urlKey: string, givenTitle: string): ArticleDraft {
  const url = cleanUrl(address) ?? address;
  const uncut = uncutUrl(address);
  const siteName = hostOf(url);
  const title = givenTitle.trim() || url;
  const kept = { url, urlKey, ...(uncut !== undefined && { uncutUrl: uncut }) };
  return { ...kept, title, authors: [], siteName, excerpt: '', direction: 'ltr', wordCount: 0 };
}

async function pageText({ html, wordCount, pictures, warnings, receipt }: Capture): Promise<TextDraft> {
  return { body: await bodyOf(html), source: 'page', wordCount, pictures, warnings, receipt };
}

async function selectionText(capture: Capture): Promise<TextDraft> {
  const { html, wordCount, pictures } = capture.selection ?? capture;
  return { body: await bodyOf(html), source: 'selection', wordCount, pictures, warnings: [] };
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
    return notWritten(error);
  }
}
