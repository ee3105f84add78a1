import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capturePage } from '../lib/capture/capture-page.ts';
import { decodeCut } from '../lib/messages/decode-cut.ts';
import { takeAskedCut } from '../lib/platform/asked-cut.ts';
import { openShadowRoot } from '../lib/platform/open-shadow-root.ts';

/** Injected into the page at the click; what it returns is the injection's result. */
export default defineUnlistedScript(() =>
  capturePage(document, { openShadowRoot, cut: decodeCut(takeAskedCut(globalThis)) }),
);
