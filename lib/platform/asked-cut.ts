import type { Cut } from '../article/capture.ts';

/** Serialised into the script's own world of the page, out of the page's sight: it may use nothing from this module. */
export function askForCut(cut: Cut): void {
  // biome-ignore lint/style/noRestrictedGlobals: runs in the visited page, where nothing can be passed in.
  Object.assign(globalThis, { lecternCut: cut });
}

/** In the capture script: which cut is wanted. Asking takes the answer away, so nothing stays behind in the page. */
export function takeAskedCut(world: object): unknown {
  const cut: unknown = Reflect.get(world, 'lecternCut');
  Reflect.deleteProperty(world, 'lecternCut');
  return cut;
}
