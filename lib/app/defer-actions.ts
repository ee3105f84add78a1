/**
 * Actions whose code is still being loaded: what is asked for meanwhile is done once it is there. A page shows its text
 * without them.
 */
export function deferActions<Actions extends object>(loading: Promise<Actions>): Actions {
  let loaded: Actions | undefined;
  loading.then(
    (actions) => {
      loaded = actions;
    },
    () => undefined,
  );
  const act = (name: PropertyKey, given: readonly unknown[]): unknown => {
    const call = (actions: Actions) => Reflect.apply(Reflect.get(actions, name) as () => unknown, undefined, given);
    // At once where that is possible: a page that closes loses what waits for a promise.
    return loaded ? call(loaded) : loading.then(call);
  };
  return new Proxy({} as Actions, {
    get:
      (_, name) =>
      (...given: unknown[]) =>
        act(name, given),
  });
}
