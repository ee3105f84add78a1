import { showAlarm } from '../../components/controls/alarm-bar.ts';
import { createHealthCheck } from '../../lib/app/library-health.ts';
import { askWorker } from '../../lib/platform/messages.ts';
import { libraryMemory, RECOVERY_PATH } from '../../lib/platform/remember-library.ts';
import type { Store } from '../../lib/store/database.ts';
import { wasLetGo } from '../../lib/store/other-versions.ts';
import { isIndexBehind } from '../../lib/store/tend-index.ts';

/** Some seconds after the page was last busy: what one writes here goes into the index at once, and is merged later. */
const TEND_EVERY = 20_000;

/** What the library does beside what it shows: it looks whether all is there, remembers how it stands, and tends the index. */
export async function tend(store: Store): Promise<void> {
  const health = createHealthCheck(store, libraryMemory);
  const seen = await health.lookCloser().catch((error) => {
    if (!wasLetGo(store.db)) throw error;
  });
  // The page says by itself that Lectern was updated; that the library does not open would be a false alarm.
  if (seen === undefined || wasLetGo(store.db)) return;
  const { status } = seen;
  if (status !== 'fine') {
    const words =
      status === 'closed'
        ? 'The library does not open.'
        : 'Something in this library is missing or broken. Nothing is changed until you decide.';
    showAlarm(document, { words, label: 'What happened', address: RECOVERY_PATH });
    if (status !== 'broken') return;
  }
  // The worker merges it: in a page of the reader's, typing would wait for it.
  const askForIndex = async () => {
    if (await isIndexBehind(store)) await askWorker({ kind: 'keep-index' });
  };
  // What is not merged now is merged when the worker next starts; searches find it meanwhile.
  setInterval(() => askForIndex().then(health.look, () => undefined), TEND_EVERY);
}

/** A library that lost something must not take the place of a vault that still has it. */
export async function isLibraryWhole(store: Store): Promise<boolean> {
  return (await createHealthCheck(store, libraryMemory).look()).status === 'fine';
}
