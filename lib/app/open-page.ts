import type { Cut } from '../article/capture.ts';
import type { SaveOutcome, TabAtClick, WorkerRequest } from '../messages/requests.ts';
import type { Store } from '../store/database.ts';
import type { Done } from './undo.ts';

export interface OpenPageParts {
  readonly store: Store;
  readonly readOpenTabs: () => Promise<readonly TabAtClick[]>;
  readonly askWorker: (request: WorkerRequest) => Promise<SaveOutcome>;
}

/** What became of a wish for another part of a page: `done` if another text is shown now, else what to say. */
export type TakenPart = { readonly done: Done } | { readonly said: string };

/** The page of an article, while it is open in the tab over which the reader clicked Lectern's button. */
export function createOpenPage({ store, readOpenTabs, askWorker }: OpenPageParts) {
  const findTab = async (address: string) =>
    (await readOpenTabs()).find(({ url }) => withoutFragment(url) === withoutFragment(address));
  return {
    isOpen: async (address: string): Promise<boolean> => (await findTab(address)) !== undefined,
    async take(address: string, way: Cut | 'selection'): Promise<TakenPart> {
      const tab = await findTab(address);
      if (tab === undefined) return { said: 'The page is not open any more. Your text is as it was.' };
      const outcome = await askWorker({ kind: 'take-way', tab, way });
      if (outcome.status === 'refused' || outcome.status === 'failed') {
        return { said: `${outcome.sentence.what} ${outcome.sentence.next}` };
      }
      if (outcome.status !== 'updated' || outcome.formerVersionId === undefined) {
        return { said: 'The page gives the text that you have.' };
      }
      const { articleId, formerVersionId } = outcome;
      // What it needs of the search index is more than the first rows shall wait for. Loaded before the undo is asked for.
      const [{ showVersion }, { reachOf }] = await Promise.all([import('../store/versions.ts'), import('./undo.ts')]);
      return {
        done: {
          label: 'Another part of the page shown',
          undo: () => showVersion(store, articleId, formerVersionId),
          reach: reachOf(store, [articleId]),
        },
      };
    },
  };
}

/** Addresses as they were at the click, so nothing else of them can differ. */
const withoutFragment = (address: string): string => address.replace(/#.*/, '');

export type OpenPage = ReturnType<typeof createOpenPage>;
