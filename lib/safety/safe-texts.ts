import { createSafeParser } from './parse-safe.ts';
import { createSanitiser, type SanitiseHtml } from './sanitise-html.ts';
import { createSafeHtmlPolicy } from './trusted-types.ts';

/** The whole way from a kept text to nodes: the sanitiser, and the parser that takes what it made. */
export interface SafeTexts {
  readonly sanitise: SanitiseHtml;
  readonly parse: ReturnType<typeof createSafeParser>;
}

/** Call it once for each window: a browser admits each Trusted Types policy once. */
export const openSafeTexts = (window: Window & Parameters<typeof createSanitiser>[0]): SafeTexts => ({
  sanitise: createSanitiser(window),
  parse: createSafeParser(window.document, createSafeHtmlPolicy(window)),
});
