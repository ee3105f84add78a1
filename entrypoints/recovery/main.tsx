import { signal } from '@preact/signals';
import { render } from 'preact';
import '@fontsource-variable/literata/wght.css';
import '../../components/controls/tokens.css';
import '../../components/controls/base.css';
import { showOutdated } from '../../components/controls/alarm-bar.ts';
import { openSettings } from '../../components/controls/settings-access.ts';
import { openDesk } from '../../components/transfer/desk.ts';
import { RecoveryPage } from '../../components/transfer/RecoveryPage.tsx';
import type { RecoveryApp } from '../../components/transfer/recovery-app.ts';
import { createHealthCheck, type LibraryHealth } from '../../lib/app/library-health.ts';
import { createMending } from '../../lib/app/recovery/mend-library.ts';
import { newestVault } from '../../lib/app/transfer/back-up.ts';
import { watchBackups } from '../../lib/app/transfer/watch-backups.ts';
import { randomId } from '../../lib/article/ids.ts';
import { createNodeWriters } from '../../lib/platform/export-tools.ts';
import { startImportWorker } from '../../lib/platform/import-worker.ts';
import { wakeImports, wakeIndex } from '../../lib/platform/messages.ts';
import { LIBRARY_PATH } from '../../lib/platform/own-pages.ts';
import { libraryMemory, removeDatabase } from '../../lib/platform/remember-library.ts';
import { downloadBlob, openFile, type SavePicker } from '../../lib/platform/save-file.ts';
import { changeSettings, onSettingsChanged, readSettings } from '../../lib/platform/settings.ts';
import { type FolderHandle, readFromFolder } from '../../lib/platform/vault-folder.ts';
import { createSafeParser } from '../../lib/safety/parse-safe.ts';
import { createSanitiser } from '../../lib/safety/sanitise-html.ts';
import { createPagePolicy } from '../../lib/safety/trusted-types.ts';
import { openBackups } from '../../lib/store/backups.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import { closeWhenOutdated, openAsItIs } from '../../lib/store/other-versions.ts';

const store: Store = { db: openDatabase(), now: Date.now, makeId: randomId };
closeWhenOutdated(store.db, () => showOutdated(document));
const trust = createPagePolicy(window);
const { toHtml } = createNodeWriters(document);
const making = { store, sanitise: createSanitiser(window), parse: createSafeParser(document, trust.html), toHtml };
const mending = createMending(making, { ...store, db: openAsItIs() });
openSettings({ readSettings, changeSettings, onSettingsChanged }, document.documentElement);

const check = createHealthCheck(store, libraryMemory);
const health = signal<LibraryHealth | undefined>(undefined);
check.lookCloser().then((found) => {
  health.value = found;
});

// The picker can't be driven from outside, so a journey asks for a plain download.
const isDownload = new URLSearchParams(location.search).has('download');
const picker = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker?.bind(window);

const backups = openBackups();
const desk = openDesk(() => startImportWorker(trust.scriptUrl), wakeImports, wakeIndex);

async function readLastVault(): Promise<boolean> {
  const folder = (await backups.readFolder()) as FolderHandle | undefined;
  // A folder that was moved, renamed or unplugged can't be read: the reader is told to choose the file.
  const file = await (folder && readFromFolder(folder, newestVault).catch(() => undefined));
  if (file) desk.read([{ path: file.name, blob: file }]);
  return file !== undefined;
}

const app: RecoveryApp = {
  health,
  backup: watchBackups(backups),
  readLastVault,
  check: mending.check,
  repair: mending.repair,
  accept: async () => {
    health.value = await check.accept();
  },
  makeNewDatabase: async () => {
    if (await removeDatabase()) location.reload();
  },
  openVaultFile: (name) => openFile(name, isDownload ? undefined : picker),
  saveReadable: (file, tell) => mending.saveReadable(file.write, tell),
  quarantine: mending.quarantine(),
  saveQuarantine: async () => {
    downloadBlob(new Blob([await mending.writeQuarantine()], { type: 'application/json' }), 'lectern-put-aside.json');
  },
  desk,
  libraryAddress: LIBRARY_PATH,
  now: Date.now,
};

const root = document.getElementById('app');
if (root) render(<RecoveryPage app={app} />, root);
