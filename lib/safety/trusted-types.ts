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
      rules: { readonly createHTML: (html: string) => string },
    ): { readonly createHTML: (html: SafeHtml) => SafeHtml };
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
