import { type ReadonlySignal, signal } from '@preact/signals';
import { hashOf, parseRoute, type Route } from './route.ts';

/** The page's place in its address, so that reload and Back work. */
export interface Routing {
  readonly route: ReadonlySignal<Route>;
  /** Goes to a place from which Back leads here. */
  readonly go: (route: Route) => void;
  /** Goes back to the place from which `go` led here, or to this one if the page began here. */
  readonly close: (route: Route) => void;
  /** Goes to a place that takes the room of this one. */
  readonly replace: (route: Route) => void;
  /** Leaves for another page; Back leads to the present place. */
  readonly leave: (address: string) => void;
}

/**
 * Milliseconds of rest before a replaced place is written to the address. Browsers count such writes and refuse them
 * when there are many (Chromium 200 in 30 s, Firefox 200 in 10 s), and a held-down `j` makes 30 a second.
 */
const REST = 250;

/** Marks an entry of the history that `go` made. */
const WENT = 'went';

export function openRouting(page: Window): Routing {
  const route = signal(parseRoute(page.location.hash));
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The address as it was read or written last. */
  let known = page.location.hash;

  function writeNow() {
    clearTimeout(timer);
    // The reader went elsewhere, and the event that says so is on its way.
    if (page.location.hash !== known) return;
    const hash = hashOf(route.value);
    if (known !== hash) page.history.replaceState(null, '', hash);
    known = page.location.hash;
  }

  function replace(next: Route) {
    route.value = next;
    clearTimeout(timer);
    timer = setTimeout(writeNow, REST);
  }

  const read = () => {
    clearTimeout(timer);
    known = page.location.hash;
    route.value = parseRoute(known);
  };
  // `hashchange` for links and typed addresses, `popstate` for Back to an entry made by `pushState`.
  page.addEventListener('hashchange', read);
  page.addEventListener('popstate', read);

  return {
    route,
    go(next) {
      writeNow();
      route.value = next;
      page.history.pushState(WENT, '', hashOf(next));
      known = page.location.hash;
    },
    close(next) {
      if (page.history.state === WENT) {
        clearTimeout(timer);
        page.history.back();
      } else replace(next);
    },
    replace,
    leave(address) {
      writeNow();
      page.location.assign(address);
    },
  };
}
