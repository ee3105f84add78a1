import type { ReadonlySignal } from '@preact/signals';
import type { Actions } from '../../lib/app/actions.ts';
import type { Twin } from '../../lib/app/find-twin.ts';
import type { FirstRows } from '../../lib/app/first-rows.ts';
import type { Library } from '../../lib/app/library.ts';
import type { CardState, PopupCard } from '../../lib/app/popup-card.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { SettingsAccess } from '../controls/settings-access.ts';
import type { UndoHistory } from '../controls/undo-history.ts';

/** All that the popup's views may call; built by its entrypoint. */
export interface PopupApp {
  readonly card: PopupCard;
  readonly cardState: ReadonlySignal<CardState>;
  /** Started before the first render. */
  readonly first: FirstRows;
  readonly settings: SettingsAccess;
  readonly readArticle: (articleId: ArticleId) => void;
  readonly openLibrary: (hash?: string) => void;
  /** Asks for the host permission, in the click itself. */
  readonly requestPictures: () => Promise<boolean>;
}

/** What can be done to articles, and what else can be read of the library. */
export interface Tools {
  readonly actions: Actions;
  readonly library: Library;
  readonly history: UndoHistory;
  /** Another article that seems to be the same page; its code comes with the first question. */
  readonly findTwin: (articleId: ArticleId) => Promise<Twin | undefined>;
}
