import { useState } from 'preact/hooks';
import type { ArticleId } from '../../lib/article/ids.ts';

/** Articles chosen to be changed together. */
export interface Picked {
  readonly ids: ReadonlySet<ArticleId>;
  /** Whether the rows show their boxes. */
  readonly isOn: boolean;
  readonly begin: () => void;
  /** Takes one in or out; with `asRange` all from the last one taken in to this. */
  readonly toggle: (id: ArticleId, asRange: boolean) => void;
  readonly takeAll: (ids: readonly ArticleId[]) => void;
  readonly end: () => void;
}

interface State {
  readonly key: string;
  readonly isOn: boolean;
  readonly ids: ReadonlySet<ArticleId>;
  readonly anchor: ArticleId | undefined;
}

const NONE: ReadonlySet<ArticleId> = new Set();

/** What is picked belongs to one view: another place begins with nothing. */
export function usePicked(key: string, shown: readonly ArticleId[]): Picked {
  const [state, setState] = useState<State>({ key, isOn: false, ids: NONE, anchor: undefined });
  const inView = (of: State): State => (of.key === key ? of : { key, isOn: false, ids: NONE, anchor: undefined });
  const here = inView(state);
  // From the latest state, not from the one that was drawn: two clicks may come between two frames.
  const set = (change: (latest: State) => Partial<State>) =>
    setState((latest) => ({ ...inView(latest), ...change(inView(latest)) }));
  return {
    ids: here.ids,
    isOn: here.isOn,
    begin: () => set(() => ({ isOn: true })),
    toggle: (id, asRange) =>
      set(({ ids: former, anchor }) => {
        const ids = new Set(former);
        if (asRange && anchor !== undefined) for (const one of between(shown, anchor, id)) ids.add(one);
        else if (!ids.delete(id)) ids.add(id);
        return { isOn: true, ids, anchor: id };
      }),
    takeAll: (ids) => set(() => ({ isOn: true, ids: new Set(ids) })),
    end: () => set(() => ({ isOn: false, ids: NONE, anchor: undefined })),
  };
}

function between(shown: readonly ArticleId[], one: ArticleId, other: ArticleId): readonly ArticleId[] {
  const [from, to] = [shown.indexOf(one), shown.indexOf(other)].sort((a, b) => a - b);
  return from === undefined || to === undefined || from < 0 ? [other] : shown.slice(from, to + 1);
}
