import { render } from 'preact';
import '@fontsource-variable/literata/opsz.css';
import '@fontsource-variable/literata/opsz-italic.css';
import '../../components/controls/tokens.css';
import '../../components/controls/base.css';
import { openSettings } from '../../components/controls/settings-access.ts';
import { createUndoHistory } from '../../components/controls/undo-history.ts';
import { Reader } from '../../components/reader/Reader.tsx';
import type { ReaderApp } from '../../components/reader/reader-app.ts';
import { deferActions } from '../../lib/app/defer-actions.ts';
import { createLibrary } from '../../lib/app/library.ts';
import { createMarks } from '../../lib/app/marks.ts';
import { createOpener } from '../../lib/app/open-article.ts';
import { readPlaces } from '../../lib/app/read-places.ts';
import { type ArticleId, randomId } from '../../lib/article/ids.ts';
import { retryPictures } from '../../lib/platform/messages.ts';
import { LIBRARY_PATH, ownUrl, readerPath } from '../../lib/platform/own-pages.ts';
import { requestPictures } from '../../lib/platform/permissions.ts';
import { changeSettings, onSettingsChanged, readSettings } from '../../lib/platform/settings.ts';
import { createSanitiser } from '../../lib/safety/sanitise-html.ts';
import { createSafeHtmlPolicy } from '../../lib/safety/trusted-types.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import { openDrafts } from '../../lib/store/drafts.ts';
import { recoverHighlightNotes } from '../../lib/store/highlights.ts';
import { openMarkDrafts } from '../../lib/store/mark-drafts.ts';

// An id that is none finds no article, and the page says so.
const articleId = (new URLSearchParams(location.search).get('article') ?? '') as ArticleId;
const store: Store = {
  db: openDatabase(),
  now: Date.now,
  makeId: randomId,
  drafts: openDrafts(localStorage),
  markDrafts: openMarkDrafts(localStorage),
};
const marks = createMarks(store);
const library = createLibrary(store);
const opener = createOpener(store, createSanitiser(window));

const app: ReaderApp = {
  detail: library.article(articleId),
  text: opener.text(articleId),
  pictures: opener.pictures(articleId),
  highlights: marks.ofArticle(articleId),
  marks,
  addressOf: (target) => readerPath(target.replace(/^article\//, '')),
  lists: library.lists(),
  findTags: library.findTags,
  // Loaded beside the text, which is shown without them.
  actions: deferActions(import('../../lib/app/actions.ts').then(({ createActions }) => createActions(store))),
  history: createUndoHistory(),
  settings: openSettings({ readSettings, changeSettings, onSettingsChanged }, document.documentElement),
  trustHtml: createSafeHtmlPolicy(window),
  readPlaces,
  pictureRequests: {
    allow: async () => {
      if (await requestPictures()) await retryPictures(articleId);
    },
    retry: () => retryPictures(articleId),
  },
  leave: () => {
    // Back restores the library as it was left. Links within the text add steps of their own to the history.
    const cameFromLibrary = document.referrer.startsWith(ownUrl(LIBRARY_PATH)) && location.hash === '';
    if (cameFromLibrary && history.length > 1) history.back();
    else location.assign(LIBRARY_PATH);
  },
};

// The place in the text is restored from words, not from pixels.
history.scrollRestoration = 'manual';
const root = document.getElementById('app');
if (root) render(<Reader app={app} />, root);

// A draft that can't be written now stays for the next page.
import('../../lib/store/notes.ts').then(({ recoverNotes }) => recoverNotes(store)).catch(() => undefined);
recoverHighlightNotes(store).catch(() => undefined);
