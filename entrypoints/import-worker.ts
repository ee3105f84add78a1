import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createImportDesk } from '../lib/app/transfer/import-desk.ts';
import { randomId } from '../lib/article/ids.ts';
import { openDatabase } from '../lib/store/database.ts';

/** Reads dropped files in a thread of its own, so that no page of Lectern ever waits for it. */
export default defineUnlistedScript(() => {
  const store = { db: openDatabase(), now: Date.now, makeId: randomId };
  const bulk = { ...store, db: openDatabase('lectern', 'relaxed') };
  const desk = createImportDesk(store, bulk, (answer) => postMessage(answer));
  addEventListener('message', ({ data }) => desk(data));
});
