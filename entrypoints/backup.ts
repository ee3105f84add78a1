import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { backUpHere } from '../lib/app/transfer/back-up-here.ts';
import { randomId } from '../lib/article/ids.ts';
import { openBackupPlace } from '../lib/platform/backup-place.ts';
import { createNodeWriters } from '../lib/platform/export-tools.ts';
import { tellBackupEnded } from '../lib/platform/messages.ts';
import { openSafeTexts } from '../lib/safety/safe-texts.ts';
import { openBackups } from '../lib/store/backups.ts';
import { openDatabase } from '../lib/store/database.ts';

/** Of `backup.html`, which is never shown: the worker opens it when a vault is due, and closes it at the end. */
export default defineUnlistedScript(() => {
  const backups = openBackups();
  backUpHere({
    store: { db: openDatabase(), now: Date.now, makeId: randomId },
    backups,
    locks: navigator.locks,
    texts: openSafeTexts(window),
    toHtml: createNodeWriters(document).toHtml,
    openPlace: ({ place }) => openBackupPlace(place, backups.readFolder),
  }).finally(tellBackupEnded);
});
