/** The part of dom-anchor-text-quote 4.0.2 that check-anchoring.ts measures; the package brings no types. */
declare module 'dom-anchor-text-quote' {
  export function toTextPosition(
    root: { readonly textContent: string },
    selector: { readonly exact: string; readonly prefix: string; readonly suffix: string },
    options: { readonly hint?: number },
  ): { readonly start: number; readonly end: number } | null;
}
