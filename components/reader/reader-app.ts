import type { Actions } from '../../lib/app/actions.ts';
import type { ArticleDetail, Library, Live } from '../../lib/app/library.ts';
import type { Marks } from '../../lib/app/marks.ts';
import type { OpenedPictures, OpenedText } from '../../lib/app/open-article.ts';
import type { TextPlaces } from '../../lib/app/read-places.ts';
import type { Highlight } from '../../lib/article/highlight.ts';
import type { SafeHtml } from '../../lib/article/html.ts';
import type { List } from '../../lib/article/list.ts';
import type { SettingsAccess } from '../controls/settings-access.ts';
import type { UndoHistory } from '../controls/undo-history.ts';

/** All that the reader's views may call; built by its entrypoint for the one article of its address. */
export interface ReaderApp {
  /** Started before the first render, as the other queries here. */
  readonly detail: Live<ArticleDetail | undefined>;
  readonly text: Live<OpenedText>;
  readonly pictures: Live<OpenedPictures>;
  readonly highlights: Live<readonly Highlight[]>;
  readonly marks: Marks;
  /** The address of what a note links to. */
  readonly addressOf: (target: string) => string;
  readonly lists: Live<readonly List[]>;
  readonly findTags: Library['findTags'];
  readonly actions: Actions;
  readonly history: UndoHistory;
  readonly settings: SettingsAccess;
  /** Makes of safe HTML what Trusted Types let a parser take. */
  readonly trustHtml: (html: SafeHtml) => SafeHtml;
  readonly readPlaces: (root: Element) => TextPlaces;
  readonly pictureRequests: PictureRequests;
  /** Back to where the reader came from, or to the library. */
  readonly leave: () => void;
}

/** What can be done about a picture that is not kept. */
export interface PictureRequests {
  /** Asks for the host permission, in the click itself. */
  readonly allow: () => Promise<void>;
  /** Queues again what of this article is not kept. */
  readonly retry: () => Promise<void>;
}
