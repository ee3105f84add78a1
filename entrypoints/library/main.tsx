import { signal } from '@preact/signals';
import { render } from 'preact';
import '@fontsource-variable/literata/wght.css';
import '../../components/controls/tokens.css';
import '../../components/controls/base.css';
import { showOutdated } from '../../components/controls/alarm-bar.ts';
import { openSettings } from '../../components/controls/settings-access.ts';
import { createUndoHistory } from '../../components/controls/undo-history.ts';
import { valueOr } from '../../components/controls/use-live.ts';
import { createIdSource } from '../../components/library/id-source.ts';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import type { LibraryApp } from '../../components/library/library-app.ts';
import { keyOf, viewOf } from '../../components/library/route.ts';
import { openRouting } from '../../components/library/routing.ts';
import { deferActions } from '../../lib/app/defer-actions.ts';
import { createLibrary } from '../../lib/app/library.ts';
import type { LibraryTools } from '../../lib/app/library-tools.ts';
import { createOpenPage } from '../../lib/app/open-page.ts';
import { createQueues } from '../../lib/app/queues.ts';
import { watchBackups } from '../../lib/app/transfer/watch-backups.ts';
import { isBackupDue } from '../../lib/article/backup.ts';
import { randomId } from '../../lib/article/ids.ts';
import { writeOrigin } from '../../lib/library/origin.ts';
import { readShortcut, readVersion } from '../../lib/platform/about-extension.ts';
import { askWorker, retryPictures } from '../../lib/platform/messages.ts';
import { hasOffscreen } from '../../lib/platform/offscreen.ts';
import { readOpenTabs } from '../../lib/platform/open-tabs.ts';
import { EXPORT_PATH, passagePath, readerPath, TRANSFER_PATH } from '../../lib/platform/own-pages.ts';
import {
  mayFetchPictures,
  onPermissionsAdded,
  requestPictures,
  withdrawPictures,
} from '../../lib/platform/permissions.ts';
import { changeSettings, onSettingsChanged, readSettings } from '../../lib/platform/settings.ts';
import type { SafeTexts } from '../../lib/safety/safe-texts.ts';
import { openBackups } from '../../lib/store/backups.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import { openDrafts } from '../../lib/store/drafts.ts';
import { openListDrafts, openMarkDrafts } from '../../lib/store/drafts-elsewhere.ts';
import { handOver } from '../../lib/store/handed-over.ts';
import { answered } from '../../lib/store/live.ts';
import { closeWhenOutdated } from '../../lib/store/other-versions.ts';
import { eraseDatabases, openRequestLog } from '../../lib/store/request-log.ts';
import { openTagDrafts } from '../../lib/store/tag-drafts.ts';

const settings = openSettings({ readSettings, changeSettings, onSettingsChanged }, document.documentElement);
const store: Store = {
  db: openDatabase(),
  now: Date.now,
  makeId: randomId,
  drafts: openDrafts(localStorage),
  markDrafts: openMarkDrafts(localStorage),
  listDrafts: openListDrafts(localStorage),
  tagDrafts: openTagDrafts(localStorage),
  pace: () => settings.settings.peek().pace,
};
closeWhenOutdated(store.db, () => showOutdated(document));
const library = createLibrary(store);
const requestLog = openRequestLog(Date.now);
const routing = openRouting(window);
const queues = createQueues(store);
const ids = createIdSource(library, queues, viewOf(routing.route.value.place));

/** Where one is, for the reader's way back. */
const origin = (): string => {
  const { place } = routing.route.value;
  // Articles that fill a time are read as they are now: what is left of them would be filled anew.
  const chosen = place.kind === 'time' ? valueOr(ids.queue(place).value, []) : [];
  return writeOrigin(
    keyOf(place),
    chosen.map(({ id }) => id),
  );
};

const backups = openBackups();

const isAllowed = signal<boolean | undefined>(undefined);
const look = async () => {
  isAllowed.value = await mayFetchPictures();
};
look();
onPermissionsAdded(look);
const shortcut = signal<string | undefined>(undefined);
readShortcut().then((keys) => {
  shortcut.value = keys;
});

let safeTexts: SafeTexts | undefined;
const loadSafeTexts = async () => {
  const { openSafeTexts } = await import('../../lib/safety/safe-texts.ts');
  safeTexts ??= openSafeTexts(window);
  return safeTexts;
};

const later = signal<LibraryApp['later']['value']>(undefined);
let tools: LibraryTools | undefined;
const loadTools = async () => {
  const { createLibraryTools } = await import('../../lib/app/library-tools.ts');
  tools ??= createLibraryTools(store);
  return tools;
};

const app: LibraryApp = {
  library,
  actions: deferActions(import('../../lib/app/actions.ts').then(({ createActions }) => createActions(store))),
  links: {
    findTargets: async (typed, limit) => {
      const { createLinkTargets } = await import('../../lib/app/link-targets.ts');
      return createLinkTargets(store).find(typed, limit);
    },
    findTags: library.findTags,
  },
  loadNotesDesk: async () => {
    const { createNotesDesk } = await import('../../lib/app/notes-desk.ts');
    return createNotesDesk(store, loadSafeTexts);
  },
  history: createUndoHistory(),
  settings,
  routing,
  ids,
  counts: library.counts(),
  lists: library.lists(),
  searches: queues.savedSearches(),
  pictures: {
    isAllowed,
    allow: () => requestPictures().then(look),
    withdraw: () => withdrawPictures().then(look),
    fetchMissing: retryPictures,
  },
  later,
  loadTools,
  privacy: {
    requests: () => requestLog.recent(200),
    clearRequests: requestLog.clear,
    readRoom: async () => (await import('../../lib/platform/erase-settings.ts')).readRoom(),
    eraseEverything: async () => {
      const { eraseSettings } = await import('../../lib/platform/erase-settings.ts');
      await eraseDatabases(store.db);
      await eraseSettings();
      localStorage.clear();
      sessionStorage.clear();
      await withdrawPictures().then(look);
    },
  },
  page: createOpenPage({ store, readOpenTabs, askWorker }),
  readerAddress: (articleId) => readerPath(articleId, origin()),
  addressOf: (target) => passagePath(target, origin()),
  saveText: async (name, text, type) => {
    const { downloadBlob } = await import('../../lib/platform/save-file.ts');
    downloadBlob(new Blob([text], { type }), name);
  },
  exportArticles: (articleIds) => {
    handOver(sessionStorage, articleIds);
    routing.leave(EXPORT_PATH);
  },
  transferAddress: TRANSFER_PATH,
  backup: watchBackups(backups),
  about: { version: readVersion(), shortcut },
  now: Date.now,
};

const root = document.getElementById('app');
if (root) render(<LibraryPage app={app} />, root);

answered(ids.ids(viewOf(routing.route.value.place) ?? { kind: 'shelf', shelf: 'inbox' }))
  .then(() => import('../../components/library/later.ts'))
  .then((views) => {
    later.value = views;
  });

// A draft that can't be written now stays for the next page.
import('../../lib/app/recover-drafts.ts').then(({ recoverDrafts }) => recoverDrafts(store));

setTimeout(() => import('./tend.ts').then(({ tend }) => tend(store)), 2000);

/** Where there is no document beside the worker, the library makes the daily vault, once it has been open for a while. */
const BACK_UP_AFTER = 60_000;
const backUp = async () => {
  if (hasOffscreen() || !isBackupDue(await backups.readFacts(), Date.now())) return;
  const { isLibraryWhole } = await import('./tend.ts');
  if (!(await isLibraryWhole(store))) return;
  const [{ backUpHere }, { openBackupPlace }, { createNodeWriters }, texts] = await Promise.all([
    import('../../lib/app/transfer/back-up-here.ts'),
    import('../../lib/platform/backup-place.ts'),
    import('../../lib/platform/export-tools.ts'),
    loadSafeTexts(),
  ]);
  await backUpHere({
    store,
    backups,
    locks: navigator.locks,
    texts,
    toHtml: createNodeWriters(document).toHtml,
    openPlace: ({ place }) => openBackupPlace(place, backups.readFolder),
  });
};
setTimeout(() => backUp().catch(() => undefined), BACK_UP_AFTER);
