import type { ImportJob } from '../../article/import-job.ts';
import type { Store } from '../../store/database.ts';
import { changeImport, readImports } from '../../store/imports.ts';
import { type Live, live } from '../../store/live.ts';

/** How many imports the page remembers. */
const SHOWN = 5;

/** What a page does with imports that are under way or done. `wake` tells the worker that there is something to do. */
export function createImports(store: Store, wake: () => void) {
  const change = async (id: string, from: readonly ImportJob['status'][], to: ImportJob['status']) => {
    if (await changeImport(store, id, from, to)) wake();
  };
  return {
    latest: (): Live<readonly ImportJob[]> => live(() => readImports(store, SHOWN)),
    pause: (id: string) => change(id, ['running'], 'paused'),
    resume: (id: string) => change(id, ['paused'], 'running'),
    /** Stops an import where it is and takes back what it did; one that is done too. */
    undo: (id: string) => change(id, ['running', 'paused', 'done'], 'undoing'),
  };
}

export type Imports = ReturnType<typeof createImports>;
