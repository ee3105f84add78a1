import { defineBackground } from 'wxt/utils/define-background';
import { createIndexKeeper } from '../lib/app/keep-index.ts';
import { createPictureQueue } from '../lib/app/keep-pictures.ts';
import { createHealthCheck, type LibraryHealth } from '../lib/app/library-health.ts';
import { answerMenuChoice } from '../lib/app/save-from-menu.ts';
import { keepLink, savePage, takeWay, updateText } from '../lib/app/save-page.ts';
import { createSuggestions } from '../lib/app/suggest.ts';
import { createTextQueue } from '../lib/app/texts/text-queue.ts';
import { createImportRunner } from '../lib/app/transfer/run-imports.ts';
import { purgeTrash } from '../lib/app/trash.ts';
import { isBackupDue } from '../lib/article/backup.ts';
import { randomId } from '../lib/article/ids.ts';
import {
  clearPictureAlarm,
  onBackupAlarm,
  onImportAlarm,
  onPictureAlarm,
  onTextAlarm,
  setBackupAlarm,
  setImportAlarm,
  setPictureAlarm,
  setTextAlarm,
  stayAwake,
} from '../lib/platform/alarm.ts';
import { showOnButton } from '../lib/platform/badge.ts';
import { addContextMenusOnInstall, onMenuChoice } from '../lib/platform/context-menus.ts';
import { fetchBytes } from '../lib/platform/fetch-bytes.ts';
import { fetchPage } from '../lib/platform/fetch-page.ts';
import { fetchInPage, injectCapture } from '../lib/platform/inject.ts';
import { makeThumbnail } from '../lib/platform/make-thumbnail.ts';
import { onRequest } from '../lib/platform/messages.ts';
import { closeOffscreen, hasOffscreen, openOffscreen } from '../lib/platform/offscreen.ts';
import { searchFromAddressBar } from '../lib/platform/omnibox.ts';
import { readOpenTabs } from '../lib/platform/open-tabs.ts';
import { mayFetchPictures, onPermissionsAdded } from '../lib/platform/permissions.ts';
import { createPageReader } from '../lib/platform/read-page.ts';
import { libraryMemory, openOnce, RECOVERY_PATH } from '../lib/platform/remember-library.ts';
import { hasRoomForPictures } from '../lib/platform/room.ts';
import { createPagePolicy } from '../lib/safety/trusted-types.ts';
import { openBackups } from '../lib/store/backups.ts';
import { openDatabase, type Store } from '../lib/store/database.ts';
import { requeuePictures } from '../lib/store/pictures.ts';
import { openRequestLog } from '../lib/store/request-log.ts';

export default defineBackground(() => {
  const store: Store = { db: openDatabase(), now: Date.now, makeId: randomId };
  const requestLog = openRequestLog(Date.now);
  const keepPictures = createPictureQueue({
    store,
    fetchBytes: (url, most) => requestLog.logged('picture', url, () => fetchBytes(url, most)),
    fetchInPage: (tabId, url, most) => requestLog.logged('picture', url, () => fetchInPage(tabId, url, most)),
    readOpenTabs,
    mayFetchPictures,
    isOnline: () => navigator.onLine,
    hasRoom: hasRoomForPictures,
    makeThumbnail,
    wakeAt: async (time) => {
      await (time === undefined ? clearPictureAlarm() : setPictureAlarm(time));
    },
  });
  const startPictures = () => {
    // What fails here stays in the queue, and the alarm comes back to it.
    keepPictures().catch(() => undefined);
  };
  const keepIndex = createIndexKeeper(store, (milliseconds) => new Promise((go) => setTimeout(go, milliseconds)));
  const startIndex = () => {
    // What was not merged now is merged at the worker's next start; searches find it meanwhile.
    keepIndex().catch(() => undefined);
  };
  const bulk: Store = { ...store, db: openDatabase('lectern', 'relaxed') };
  const runImports = createImportRunner({ store, bulk, stayAwake, wakeLater: setImportAlarm, keepIndex });
  const startImports = () => {
    // What fails here stays in the database, and the alarm comes back to it.
    runImports().catch(() => undefined);
  };
  // Firefox's background part is a page.
  const page = typeof document === 'undefined' ? undefined : window;
  const reader = createPageReader(page && { window: page, trustScript: createPagePolicy(page).scriptUrl });
  const fetchTexts = createTextQueue({
    store,
    fetchPage: (url, most) => requestLog.logged('text', url, () => fetchPage(url, most)),
    readPage: reader.read,
    closeReader: reader.close,
    mayFetchPages: mayFetchPictures,
    isOnline: () => navigator.onLine,
    stayAwake,
    wakeLater: setTextAlarm,
    wait: (milliseconds) => new Promise((go) => setTimeout(go, milliseconds)),
    startPictures,
    keepIndex,
  });
  const startTexts = () => {
    // What fails here stays in the queue, and the alarm comes back to it.
    fetchTexts().catch(() => undefined);
  };
  const health = createHealthCheck(store, libraryMemory);
  /** Remembers how the library stands; where something is missing, the reader learns it from a page of its own. */
  const lookAtLibrary = async (look: () => Promise<LibraryHealth>) => {
    const { status } = await look();
    if (status !== 'fine') return openOnce(RECOVERY_PATH);
    // Only from a library that is whole, and remembered anew after.
    await purgeTrash(store, () => new Promise((go) => setTimeout(go, 100)));
    await health.look();
  };
  /** After what cannot wait. */
  const tendLater = (look: () => Promise<LibraryHealth>) => {
    setTimeout(startIndex, 1000);
    setTimeout(() => lookAtLibrary(look), 1500);
  };
  const saving = { store, injectCapture, startPictures };

  onRequest(async (request) => {
    tendLater(health.look);
    if (request.kind === 'save-page') return savePage(saving, request.tab);
    if (request.kind === 'update-text') return updateText(saving, request.tab, request.articleId);
    if (request.kind === 'take-way') return takeWay(saving, request.tab, request.way);
    if (request.kind === 'keep-link') return keepLink(saving, request.url, request.title);
    if (request.kind === 'run-imports') {
      startImports();
      return undefined;
    }
    if (request.kind === 'keep-index') {
      startIndex();
      return undefined;
    }
    if (request.kind === 'backup-ended') {
      await closeOffscreen('backup');
      return undefined;
    }
    if (request.kind === 'fetch-texts') {
      startTexts();
      return undefined;
    }
    const states = request.kind === 'retry-pictures' ? (['blocked', 'failed'] as const) : (['blocked'] as const);
    await requeuePictures(store, states, request.articleId);
    startPictures();
    return undefined;
  });
  onMenuChoice((choice) => answerMenuChoice(saving, showOnButton, choice));
  addContextMenusOnInstall();
  searchFromAddressBar(createSuggestions(store));
  onPictureAlarm(startPictures);
  onPermissionsAdded(async () => {
    await requeuePictures(store, ['blocked']);
    startPictures();
    startTexts();
  });
  startPictures();
  onImportAlarm(startImports);
  startImports();
  onTextAlarm(startTexts);
  startTexts();
  // In Firefox the library makes the backup: its background part has no part of the exporting in it.
  if (hasOffscreen()) {
    const backups = openBackups();
    onBackupAlarm(async () => {
      // A library that lost something must not take the place of a vault that still has it.
      if ((await health.look()).status !== 'fine') return;
      if (isBackupDue(await backups.readFacts(), Date.now())) await openOffscreen('backup');
    });
    setBackupAlarm().catch(() => undefined);
  }
  tendLater(health.lookCloser);
});
