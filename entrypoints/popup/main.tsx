import { signal } from '@preact/signals';
import { render } from 'preact';
import '@fontsource-variable/literata/wght.css';
import '../../components/controls/tokens.css';
import '../../components/controls/base.css';
import { afterPaint } from '../../components/controls/after-paint.ts';
import { openSettings } from '../../components/controls/settings-access.ts';
import { type Later, Popup } from '../../components/popup/Popup.tsx';
import { startFirstRows } from '../../lib/app/first-rows.ts';
import { type CardState, createPopupCard } from '../../lib/app/popup-card.ts';
import { randomId } from '../../lib/article/ids.ts';
import { askWorker } from '../../lib/platform/messages.ts';
import { LIBRARY_PATH, openOwnPage, ownUrl, readerPath } from '../../lib/platform/own-pages.ts';
import { requestPictures } from '../../lib/platform/permissions.ts';
import { changeSettings, onSettingsChanged, readSettings } from '../../lib/platform/settings.ts';
import { readActiveTab } from '../../lib/platform/tabs.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import { openDrafts } from '../../lib/store/drafts.ts';

const store: Store = { db: openDatabase(), now: Date.now, makeId: randomId, drafts: openDrafts(localStorage) };
// As many rows as fit under the tabs, and a few to scroll to.
const first = startFirstRows(store, 20);
const cardState = signal<CardState>({ status: 'looking' });
const card = createPopupCard({
  store,
  readActiveTab,
  askWorker,
  readSaveOnClick: async () => (await readSettings()).saveOnClick,
  isOwnPage: (url) => url.startsWith(ownUrl('/')),
  show: (state) => {
    cardState.value = state;
  },
});
card.start();
const later = signal<Later | undefined>(undefined);
const loadLater = async () => {
  later.value = (await import('./later.ts')).openLater(store);
};
// Before, it would share the processor with the rows: to ask for its files took longer than to draw them.
first.afterRows.then(afterPaint).then(loadLater);

const open = async (path: string) => {
  await openOwnPage(path);
  close();
};

const root = document.getElementById('app');
if (root) {
  const app = {
    card,
    cardState,
    first,
    settings: openSettings({ readSettings, changeSettings, onSettingsChanged }, document.documentElement),
    readArticle: (articleId: string) => open(readerPath(articleId)),
    openLibrary: (hash = '') => open(`${LIBRARY_PATH}${hash}`),
    requestPictures,
  };
  // One turn later: Dexie asks for the database in a microtask, and the browser opens it while this renders.
  setTimeout(() => render(<Popup app={app} later={later} />, root));
}
