import type { ReadonlySignal } from '@preact/signals';
import type { Actions } from '../../lib/app/actions.ts';
import type { Library, LibraryCounts, Live } from '../../lib/app/library.ts';
import type { LibraryTools } from '../../lib/app/library-tools.ts';
import type { NotesDesk } from '../../lib/app/notes-desk.ts';
import type { OpenPage } from '../../lib/app/open-page.ts';
import type { Privacy } from '../../lib/app/privacy.ts';
import type { BackupFacts } from '../../lib/article/backup.ts';
import type { ArticleId, Clock } from '../../lib/article/ids.ts';
import type { List } from '../../lib/article/list.ts';
import type { SettingsAccess } from '../controls/settings-access.ts';
import type { UndoHistory } from '../controls/undo-history.ts';
import type { NoteLinks } from '../notes/note-links.ts';
import type { IdSource } from './id-source.ts';
import type * as LaterViews from './later.ts';
import type { Routing } from './routing.ts';

/** All that the library's views may call; built by its entrypoint. */
export interface LibraryApp {
  readonly library: Library;
  readonly actions: Actions;
  /** What notes can be completed with; loaded when it is used. */
  readonly links: NoteLinks;
  readonly loadNotesDesk: () => Promise<NotesDesk>;
  readonly history: UndoHistory;
  readonly settings: SettingsAccess;
  readonly routing: Routing;
  readonly ids: IdSource;
  readonly counts: Live<LibraryCounts>;
  readonly lists: Live<readonly List[]>;
  readonly searches: Live<readonly List[]>;
  readonly pictures: PictureAccess;
  readonly page: OpenPage;
  /** Views and use cases of a chunk of its own: absent until it has come. */
  readonly later: ReadonlySignal<typeof LaterViews | undefined>;
  readonly loadTools: () => Promise<LibraryTools>;
  readonly privacy: Privacy;
  /** The address at which the reader shows an article. */
  readonly readerAddress: (articleId: ArticleId) => string;
  /** The same for `article/` or `mark/` and an id; a mark is shown at its place. */
  readonly addressOf: (target: string) => string;
  /** Saves a text as a file. */
  readonly saveText: (name: string, text: string, type: string) => Promise<void>;
  /** Leaves for the page that makes files of articles. */
  readonly exportArticles: (ids: readonly ArticleId[]) => void;
  /** The page by which reading comes in and goes out. */
  readonly transferAddress: string;
  /** What is known of vaults on this device. */
  readonly backup: Live<BackupFacts>;
  readonly about: About;
  readonly now: Clock;
}

/** The permission for pictures of other sites, and the queue that needs it. */
export interface PictureAccess {
  /** `undefined` until the browser told. */
  readonly isAllowed: ReadonlySignal<boolean | undefined>;
  /** Asks the reader. Must run in the click itself. */
  readonly allow: () => Promise<unknown>;
  readonly withdraw: () => Promise<unknown>;
  /** Has the worker try again the pictures of one article that are not kept. */
  readonly fetchMissing: (articleId: ArticleId) => Promise<unknown>;
}

export interface About {
  readonly version: string;
  /** The keys that save a page, as the browser prints them; `undefined` until it told, empty if there are none. */
  readonly shortcut: ReadonlySignal<string | undefined>;
}
