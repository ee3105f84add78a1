import type { Actions } from '../../lib/app/actions.ts';
import type { ArticleDetail, Library, Live } from '../../lib/app/library.ts';
import type { BackLink } from '../../lib/app/link-targets.ts';
import type { Marks } from '../../lib/app/marks.ts';
import type { NextInList } from '../../lib/app/next-in-lists.ts';
import type { StrandedNote } from '../../lib/app/notes-desk.ts';
import type { OpenedPictures, OpenedText } from '../../lib/app/open-article.ts';
import type { TextPlaces } from '../../lib/app/read-places.ts';
import type { RelatedArticle } from '../../lib/app/related.ts';
import type { Queued } from '../../lib/app/rest-of-queue.ts';
import type { Highlight } from '../../lib/article/highlight.ts';
import type { SafeHtml } from '../../lib/article/html.ts';
import type { List } from '../../lib/article/list.ts';
import type { SettingsAccess } from '../controls/settings-access.ts';
import type { UndoHistory } from '../controls/undo-history.ts';
import type { NoteLinks } from '../notes/note-links.ts';

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
  /** The mark that the address asks for: it is gone to once it stands on the page. */
  readonly wantedMark: string | undefined;
  /** What notes can be completed with, and which notes lead here; loaded when they are used. */
  readonly links: NoteLinks;
  readonly loadBackLinks: () => Promise<Live<readonly BackLink[]>>;
  /** What stands after it on its lists; loaded at its end. */
  readonly readNext: () => Promise<readonly NextInList[]>;
  /** The time that is being filled, if the article was opened for that. */
  readonly queue: ReaderQueue | undefined;
  readonly readRelated: (limit: number) => Promise<readonly RelatedArticle[]>;
  /** What was typed here and could not be kept, as another window erased the article. */
  readonly readStranded: () => Promise<readonly StrandedNote[]>;
  /** Where reading aloud stopped last in this article. */
  readonly loadSpoken: () => Promise<SpokenPlace>;
  readonly lists: Live<readonly List[]>;
  readonly findTags: Library['findTags'];
  readonly actions: Actions;
  readonly history: UndoHistory;
  readonly settings: SettingsAccess;
  /** Makes of safe HTML what Trusted Types let a parser take. */
  readonly trustHtml: (html: SafeHtml) => SafeHtml;
  readonly readPlaces: (root: Element) => TextPlaces;
  readonly pictureRequests: PictureRequests;
  /** Leaves for the page that makes files of this article. */
  readonly exportArticle: () => void;
  /** The place in the library from which the reader was opened. */
  readonly libraryAddress: string;
  /** Goes there; Back if that is the way. */
  readonly leave: () => void;
}

/** Articles that fill a time, of which this may be one. */
export interface ReaderQueue {
  /** The time there was, in minutes. */
  readonly minutes: number;
  /** What is still to be read, the next one first; loaded at the end of the text. */
  readonly loadRest: () => Promise<Live<readonly Queued[]>>;
}

/** What helps to read, one at a time. */
export type ReadingTool = 'aloud' | 'find';

export interface SpokenPlace {
  readonly read: () => { readonly start: number; readonly words: string } | undefined;
  readonly keep: (place: { readonly start: number; readonly words: string }) => void;
}

/** What can be done about a picture that is not kept. */
export interface PictureRequests {
  /** Asks for the host permission, in the click itself. */
  readonly allow: () => Promise<void>;
  /** Queues again what of this article is not kept. */
  readonly retry: () => Promise<void>;
}
