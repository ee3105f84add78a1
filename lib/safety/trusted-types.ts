import type { SafeHtml } from '../article/html.ts';

/**
 * Gives what `innerHTML` of this window accepts: a `TrustedHTML` object where Trusted Types are known, else the text
 * itself. It is typed as text because TypeScript's own `innerHTML` takes nothing else (lib.dom of 7.0).
 */
export type TrustHtml = (html: SafeHtml) => SafeHtml;

interface TrustedTypesWindow {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { readonly createHTML?: (html: string) => string; readonly createScriptURL?: (url: string) => string },
    ): { readonly createHTML: (html: SafeHtml) => SafeHtml; readonly createScriptURL: (url: string) => string };
  };
}

/**
 * Makes the policy `lectern`, for the one component that inserts kept text. Its rule is the type of its argument: only
 * the sanitiser makes `SafeHtml`. Call it once for each window; a second policy of that name is refused.
 */
export function createSafeHtmlPolicy(window: object): TrustHtml {
  const { trustedTypes } = window as TrustedTypesWindow;
  const policy = trustedTypes?.createPolicy('lectern', { createHTML: (html) => html });
  return (html) => policy?.createHTML(html) ?? html;
}

/** The scripts that a page may start as threads, and the one that Firefox's background page loads when it is needed. */
const SCRIPTS: ReadonlySet<string> = new Set(['/import-worker.js', '/text-reader.js']);

export interface PageTrust {
  readonly html: TrustHtml;
  /** @throws TypeError for a script that is not the extension's own. */
  readonly scriptUrl: (path: string) => string;
}

/** Makes the policy `lectern` for a page that besides starts threads. */
export function createPagePolicy(window: object): PageTrust {
  const createScriptURL = (path: string) => {
    if (!SCRIPTS.has(path)) throw new TypeError(`${path} is no script of Lectern`);
    return path;
  };
  const { trustedTypes } = window as TrustedTypesWindow;
  const policy = trustedTypes?.createPolicy('lectern', { createHTML: (html) => html, createScriptURL });
  return {
    html: (html) => policy?.createHTML(html) ?? html,
    scriptUrl: (path) => policy?.createScriptURL(path) ?? createScriptURL(path),
  };
}
