import { effect } from '@preact/signals';
import { render } from 'preact';
import '@fontsource-variable/literata/opsz.css';
import '@fontsource-variable/literata/opsz-italic.css';
import '../../components/controls/tokens.css';
import '../../components/controls/base.css';
import { afterPaint } from '../../components/controls/after-paint.ts';
import { showOutdated } from '../../components/controls/alarm-bar.ts';
import { openSettings } from '../../components/controls/settings-access.ts';
import { createUndoHistory } from '../../components/controls/undo-history.ts';
import { Reader } from '../../components/reader/Reader.tsx';
import type { ReaderApp } from '../../components/reader/reader-app.ts';
import { deferActions } from '../../lib/app/defer-actions.ts';
import { createLibrary } from '../../lib/app/library.ts';
import { createOpener } from '../../lib/app/open-article.ts';
import { marksOf } from '../../lib/app/read-marks.ts';
import { readPlaces } from '../../lib/app/read-places.ts';
import { type ArticleId, randomId } from '../../lib/article/ids.ts';
import { parseOrigin, writeOrigin } from '../../lib/library/origin.ts';
import { retryPictures } from '../../lib/platform/messages.ts';
import { EXPORT_PATH, LIBRARY_PATH, ownUrl, passagePath, readerPath } from '../../lib/platform/own-pages.ts';
import { requestPictures } from '../../lib/platform/permissions.ts';
import { changeSettings, onSettingsChanged, readSettings } from '../../lib/platform/settings.ts';
import { createSanitiser, type SanitiseHtml } from '../../lib/safety/sanitise-html.ts';
import { createSafeHtmlPolicy } from '../../lib/safety/trusted-types.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import { openDrafts } from '../../lib/store/drafts.ts';
import { handOver } from '../../lib/store/handed-over.ts';
import { answered } from '../../lib/store/live.ts';
import { closeWhenOutdated } from '../../lib/store/other-versions.ts';

// An id that is none finds no article, and the page says so.
const asked = new URLSearchParams(location.search);
const articleId = (asked.get('article') ?? '') as ArticleId;
const wantedMark = asked.get('mark') ?? undefined;
const origin = parseOrigin(asked);
/** What is read next has the same way back. */
const sameOrigin = writeOrigin(origin.place, origin.queue?.articleIds);
const libraryAddress = origin.place === '' ? LIBRARY_PATH : `${LIBRARY_PATH}#${origin.place}`;
const store: Store = {
  db: openDatabase(),
  now: Date.now,
  makeId: randomId,
  drafts: openDrafts(localStorage),
};
closeWhenOutdated(store.db, () => showOutdated(document));
const library = createLibrary(store);
let sanitise: SanitiseHtml | undefined;
// Made while the database is being opened, as all that stands below.
const opener = createOpener(store, (html) => {
  sanitise ??= createSanitiser(window);
  return sanitise(html);
});
const text = opener.text(articleId);
const afterText = answered(text);
// What is done to the article is loaded once its text is seen: to ask for its files alone takes the page some milliseconds.
const later = afterText
  .then(afterPaint)
  .then(() => import('./later.ts'))
  .then(({ openLater }) => openLater(store));
const loadLinkTargets = async () => {
  const { createLinkTargets } = await import('../../lib/app/link-targets.ts');
  return createLinkTargets(store);
};

const app: ReaderApp = {
  detail: library.article(articleId),
  text,
  pictures: opener.pictures(articleId),
  highlights: marksOf(store, articleId),
  marks: deferActions(later.then(({ marks }) => marks)),
  addressOf: (target) => passagePath(target, sameOrigin),
  wantedMark,
  loadSpoken: async () => {
    const { openSpokenPlace } = await import('../../lib/store/spoken-place.ts');
    return openSpokenPlace(localStorage, articleId);
  },
  links: {
    findTargets: async (typed, limit) => (await loadLinkTargets()).find(typed, limit),
    findTags: library.findTags,
  },
  loadBackLinks: async () => (await loadLinkTargets()).backLinks(articleId),
  readNext: async () => (await import('../../lib/app/next-in-lists.ts')).readNextInLists(store, articleId),
  queue: origin.queue && {
    minutes: origin.queue.minutes,
    loadRest: async () =>
      (await import('../../lib/app/rest-of-queue.ts')).restOfQueue(store, origin.queue?.articleIds ?? [], articleId),
  },
  readRelated: async (limit) => (await import('../../lib/app/related.ts')).createRelated(store)(articleId, limit),
  readStranded: async () => {
    const [{ readStrandedNotes }, { openMarkDrafts }] = await Promise.all([
      import('../../lib/store/stranded-notes.ts'),
      import('../../lib/store/drafts-elsewhere.ts'),
    ]);
    return readStrandedNotes({ ...store, markDrafts: openMarkDrafts(localStorage) });
  },
  // Lists are named around the text.
  lists: library.lists(afterText),
  findTags: library.findTags,
  actions: deferActions(later.then(({ actions }) => actions)),
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
  exportArticle: () => {
    handOver(sessionStorage, [articleId]);
    location.assign(EXPORT_PATH);
  },
  leave: () => {
    // Back restores the library as it was left. Links within the text add steps of their own to the history.
    const cameFromLibrary = document.referrer.startsWith(ownUrl(LIBRARY_PATH)) && location.hash === '';
    if (cameFromLibrary && history.length > 1) history.back();
    else location.assign(libraryAddress);
  },
  libraryAddress,
};

/** Two of the three are loaded by those who read in them. */
const FONT_STYLES = {
  serif: async () => undefined,
  sans: () =>
    Promise.all([import('@fontsource-variable/inter/opsz.css'), import('@fontsource-variable/inter/opsz-italic.css')]),
  hyperlegible: () =>
    Promise.all([
      import('@fontsource-variable/atkinson-hyperlegible-next/wght.css'),
      import('@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css'),
    ]),
} as const;
// Without its file the type of the system stands in.
effect(() => {
  FONT_STYLES[app.settings.settings.value.font]().catch(() => undefined);
});

// The place in the text is restored from words, not from pixels.
history.scrollRestoration = 'manual';
const root = document.getElementById('app');
/** An address that names a mark alone, as links in notes do, is one of its article. */
async function show(into: Element) {
  const isOfMark = articleId === '' && wantedMark !== undefined;
  const found = isOfMark ? await (await loadLinkTargets()).articleOf(wantedMark) : undefined;
  if (found === undefined) render(<Reader app={app} />, into);
  else location.replace(`${readerPath(found, sameOrigin)}&mark=${wantedMark}`);
}
// One turn later: Dexie asks for the database in a microtask, and the browser opens it while this renders.
if (root) setTimeout(() => show(root));
