import type { Actions } from './actions.ts';

/**
 * Actions whose code is still being loaded: what is asked for meanwhile is done once it is there. A page shows its text
 * without them.
 */
export function deferActions(loading: Promise<Actions>): Actions {
  let loaded: Actions | undefined;
  loading.then(
    (actions) => {
      loaded = actions;
    },
    () => undefined,
  );
  const act = (name: keyof Actions, given: readonly unknown[]): unknown => {
    const call = (actions: Actions) => Reflect.apply(actions[name], undefined, given);
    // At once where that is possible: a page that closes loses what waits for a promise.
    return loaded ? call(loaded) : loading.then(call);
  };
  return new Proxy({} as Actions, {
    get:
      (_, name) =>
      (...given: unknown[]) =>
        act(name as keyof Actions, given),
  });
}
