import { render } from 'preact';
import '@fontsource-variable/literata/wght.css';
import '../../components/controls/tokens.css';
import '../../components/controls/base.css';
import { showOutdated } from '../../components/controls/alarm-bar.ts';
import { openSettings } from '../../components/controls/settings-access.ts';
import { openDesk } from '../../components/transfer/desk.ts';
import { TransferPage } from '../../components/transfer/TransferPage.tsx';
import type { TransferApp } from '../../components/transfer/transfer-app.ts';
import { createLibrary } from '../../lib/app/library.ts';
import { createTexts } from '../../lib/app/texts/texts.ts';
import { type BackupHost, backUpHere } from '../../lib/app/transfer/back-up-here.ts';
import { createExports, EXPORT_FORMATS, PATTERN_PARTS } from '../../lib/app/transfer/export-desk.ts';
import { createImports } from '../../lib/app/transfer/imports.ts';
import { watchBackups } from '../../lib/app/transfer/watch-backups.ts';
import { randomId } from '../../lib/article/ids.ts';
import { openBackupPlace } from '../../lib/platform/backup-place.ts';
import { createNodeWriters } from '../../lib/platform/export-tools.ts';
import { dropLeftFiles } from '../../lib/platform/gather-file.ts';
import { startImportWorker } from '../../lib/platform/import-worker.ts';
import { wakeImports, wakeIndex, wakeTexts } from '../../lib/platform/messages.ts';
import { EXPORT_PATH, LIBRARY_PATH } from '../../lib/platform/own-pages.ts';
import { requestPictures } from '../../lib/platform/permissions.ts';
import { downloadBlob, openFile, type SavePicker } from '../../lib/platform/save-file.ts';
import { changeSettings, onSettingsChanged, readSettings } from '../../lib/platform/settings.ts';
import { requestDownloads } from '../../lib/platform/vault-downloads.ts';
import { allowFolder, type FolderHandle, type FolderPicker, pickFolder } from '../../lib/platform/vault-folder.ts';
import { createSafeParser } from '../../lib/safety/parse-safe.ts';
import { createSanitiser } from '../../lib/safety/sanitise-html.ts';
import { createPagePolicy } from '../../lib/safety/trusted-types.ts';
import { openBackups } from '../../lib/store/backups.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import { readHandedOver } from '../../lib/store/handed-over.ts';
import { closeWhenOutdated } from '../../lib/store/other-versions.ts';

const store: Store = { db: openDatabase(), now: Date.now, makeId: randomId };
closeWhenOutdated(store.db, () => showOutdated(document));
const trust = createPagePolicy(window);
const imports = createImports(store, wakeImports);
const texts = createTexts(store, wakeTexts);
openSettings({ readSettings, changeSettings, onSettingsChanged }, document.documentElement);

const tools = { parse: createSafeParser(document, trust.html), ...createNodeWriters(document) };
// The picker can't be driven from outside, so a journey asks for a plain download.
const isDownload = new URLSearchParams(location.search).has('download');
const picker = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker?.bind(window);
const sanitise = createSanitiser(window);
const backups = openBackups();
const pickFolderHere = (window as { showDirectoryPicker?: FolderPicker }).showDirectoryPicker?.bind(window);
const host: BackupHost = {
  store,
  backups,
  locks: navigator.locks,
  texts: { sanitise, parse: tools.parse },
  toHtml: tools.toHtml,
  openPlace: ({ place }) => openBackupPlace(place, backups.readFolder),
};

/** A folder where the browser opens one, else the downloads. */
async function startAutoVaults(): Promise<void> {
  if (pickFolderHere) {
    const folder = await pickFolder(pickFolderHere);
    if (!folder) return;
    await backups.keepFolder(folder);
    await backups.changeFacts((facts) => ({ ...facts, place: 'folder', folderName: folder.name }));
  } else {
    if (!(await requestDownloads())) return;
    await backups.changeFacts((facts) => ({ ...facts, place: 'downloads' }));
  }
  await backUpHere(host, true);
}

async function allowAutoVaults(): Promise<void> {
  const folder = (await backups.readFolder()) as FolderHandle | undefined;
  const isAllowed = folder ? await allowFolder(folder) : await requestDownloads();
  if (isAllowed) await backUpHere(host, true);
}

const app: TransferApp = {
  texts,
  textProgress: texts.progress(),
  requestPages: requestPictures,
  exports: createExports({ store, sanitise, parse: tools.parse, toHtml: tools.toHtml, tools }),
  handedOver: location.href.endsWith(EXPORT_PATH) ? readHandedOver(sessionStorage) : [],
  formats: EXPORT_FORMATS,
  patternParts: PATTERN_PARTS,
  lists: createLibrary(store).lists(),
  save: ({ blob, name }) => downloadBlob(blob, name),
  openVaultFile: (name) => openFile(name, isDownload ? undefined : picker),
  vaultWritten: async (checksums) => {
    await backups.keepChecksums(new Blob([checksums]));
    await backups.changeFacts((facts) => ({ ...facts, lastAt: Date.now() }));
  },
  readBase: async () => (await backups.readChecksums())?.text(),
  autoVaults: {
    facts: watchBackups(backups),
    hasFolders: pickFolderHere !== undefined,
    start: startAutoVaults,
    allow: allowAutoVaults,
    now: () => backUpHere(host, true),
    stop: async () => {
      await backups.forgetFolder();
      await backups.changeFacts(({ place: _, folderName: __, problem: ___, ...facts }) => facts);
    },
  },
  desk: openDesk(() => startImportWorker(trust.scriptUrl), wakeImports, wakeIndex),
  imports,
  latest: imports.latest(),
  libraryAddress: LIBRARY_PATH,
  now: Date.now,
};

const root = document.getElementById('app');
if (root) render(<TransferPage app={app} />, root);
// An import that was under way when the browser closed goes on.
wakeImports();
dropLeftFiles();
