import type { ArticleId, VersionId } from '../article/ids.ts';
import { normaliseUrl } from '../article/normalise-url.ts';
import type { RefusalReason, SaveOutcome, Sentence, TabAtClick, WorkerRequest } from '../messages/requests.ts';
import type { Store } from '../store/database.ts';
import { findArticleByUrlKey, isInTrash } from '../store/find-by-url.ts';

/** What the top of the popup shows about the page under it. */
export type CardState =
  | { readonly status: 'looking' }
  /** No page that could be kept: the popup is the library alone. */
  | { readonly status: 'none' }
  | { readonly status: 'asking'; readonly tab: TabAtClick }
  | { readonly status: 'saving'; readonly tab: TabAtClick }
  | { readonly status: 'here'; readonly articleId: ArticleId; readonly how: HowHere }
  | { readonly status: 'removed'; readonly articleId: ArticleId }
  | {
      readonly status: 'refused';
      readonly why?: RefusalReason;
      readonly sentence: Sentence;
      readonly ways: WaysOn;
    };

/**
 * What the reader can do about a page that was not kept: `none` where there is no page to speak of, such as a new tab,
 * which calls for no warning either.
 */
export type WaysOn = 'none' | 'try-again' | 'keep-link';

/** How an article came to be here, and what can be taken back. */
export type HowHere =
  | { readonly kind: 'saved' | 'restored' | 'text-added' | 'already-saved' | 'unchanged' | 'updating' }
  | { readonly kind: 'updated'; readonly formerVersionId?: VersionId }
  /** Another part of the page was asked for, and could not be had; the text is as it was. */
  | { readonly kind: 'not-taken'; readonly sentence: Sentence }
  | { readonly kind: 'kept-aside'; readonly versionId: VersionId; readonly wordCount: number };

export interface PopupCardParts {
  readonly store: Store;
  readonly readActiveTab: () => Promise<TabAtClick | undefined>;
  readonly askWorker: (request: WorkerRequest) => Promise<SaveOutcome>;
  readonly readSaveOnClick: () => Promise<boolean>;
  readonly isOwnPage: (url: string) => boolean;
  readonly show: (state: CardState) => void;
}

/**
 * The popup's part of saving: looks whether the page is here, has the worker save it otherwise, and offers the ways
 * back. The worker saves, not the popup, so that closing the popup at once stops nothing.
 */
export function createPopupCard(parts: PopupCardParts) {
  const { store, askWorker, show } = parts;
  let tab: TabAtClick | undefined;

  const showOutcome = (outcome: SaveOutcome) => show(stateOf(outcome, tab));

  async function save() {
    if (!tab) return;
    show({ status: 'saving', tab });
    showOutcome(await askWorker({ kind: 'save-page', tab }));
  }

  return {
    /** Looks at the page under the popup and saves it, unless the reader wants to be asked. */
    async start() {
      tab = await parts.readActiveTab();
      if (!tab || parts.isOwnPage(tab.url) || BLANK.test(tab.url)) return show({ status: 'none' });
      const urlKey = normaliseUrl(tab.url);
      const here = urlKey === undefined ? undefined : await findArticleByUrlKey(store, urlKey);
      if (here?.versionId !== undefined && !(await isInTrash(store, here))) {
        show({ status: 'here', articleId: here.id, how: { kind: 'already-saved' } });
        // The click opened the page's own pictures to us again, should its tab have been closed too early before.
        await askWorker({ kind: 'unblock-pictures', articleId: here.id });
        return;
      }
      if (await parts.readSaveOnClick()) return save();
      show({ status: 'asking', tab });
    },
    save,
    async keepLink() {
      if (!tab) return;
      showOutcome(await askWorker({ kind: 'keep-link', url: tab.url, title: tab.title }));
    },
    async updateText(articleId: ArticleId) {
      if (!tab) return;
      show({ status: 'here', articleId, how: { kind: 'updating' } });
      showOutcome(await askWorker({ kind: 'update-text', tab, articleId }));
    },
    /** For what comes with the later chunk: the tab, the worker, and the card itself. */
    reach: () => ({ tab, askWorker, show, showOutcome }),
    /** Shows an article that is here, as after an action on it. */
    showHere(articleId: ArticleId, kind: 'already-saved' | 'restored') {
      show({ status: 'here', articleId, how: { kind } });
    },
    showRemoved(articleId: ArticleId) {
      show({ status: 'removed', articleId });
    },
  };
}

export type PopupCard = ReturnType<typeof createPopupCard>;

/** New tabs and empty ones: nothing to say about them. */
const BLANK = /^(about:(blank|newtab|home|privatebrowsing)|(chrome|edge|brave):\/\/(newtab|new-tab-page)\/?)/;

function stateOf(outcome: SaveOutcome, tab: TabAtClick | undefined): CardState {
  if (outcome.status === 'refused' || outcome.status === 'failed') {
    const isHidden = outcome.status === 'refused' && (outcome.why === 'browser-page' || outcome.why === 'withheld');
    const isWebPage = tab !== undefined && /^https?:/.test(tab.url);
    const ways = isHidden ? 'none' : isWebPage ? 'keep-link' : 'try-again';
    return { ...outcome, status: 'refused', ways };
  }
  const { articleId } = outcome;
  if (outcome.status === 'kept-aside') {
    const { versionId, wordCount } = outcome;
    return { status: 'here', articleId, how: { kind: 'kept-aside', versionId, wordCount } };
  }
  if (outcome.status === 'updated') {
    const { formerVersionId } = outcome;
    return { status: 'here', articleId, how: { kind: 'updated', ...(formerVersionId && { formerVersionId }) } };
  }
  return { status: 'here', articleId, how: { kind: outcome.status } };
}
