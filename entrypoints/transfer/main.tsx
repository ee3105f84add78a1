import { render } from 'preact';
import '@fontsource-variable/literata/wght.css';
import '../../components/controls/tokens.css';
import '../../components/controls/base.css';
import { openSettings } from '../../components/controls/settings-access.ts';
import { openDesk } from '../../components/transfer/desk.ts';
import { TransferPage } from '../../components/transfer/TransferPage.tsx';
import type { TransferApp } from '../../components/transfer/transfer-app.ts';
import { createImports } from '../../lib/app/transfer/imports.ts';
import { randomId } from '../../lib/article/ids.ts';
import { startImportWorker } from '../../lib/platform/import-worker.ts';
import { wakeImports } from '../../lib/platform/messages.ts';
import { LIBRARY_PATH } from '../../lib/platform/own-pages.ts';
import { changeSettings, onSettingsChanged, readSettings } from '../../lib/platform/settings.ts';
import { createScriptUrlPolicy } from '../../lib/safety/trusted-types.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';

const store: Store = { db: openDatabase(), now: Date.now, makeId: randomId };
const trust = createScriptUrlPolicy(window);
const imports = createImports(store, wakeImports);
openSettings({ readSettings, changeSettings, onSettingsChanged }, document.documentElement);

const app: TransferApp = {
  desk: openDesk(() => startImportWorker(trust), wakeImports),
  imports,
  latest: imports.latest(),
  libraryAddress: LIBRARY_PATH,
  now: Date.now,
};

const root = document.getElementById('app');
if (root) render(<TransferPage app={app} />, root);
// An import that was under way when the browser closed goes on.
wakeImports();
