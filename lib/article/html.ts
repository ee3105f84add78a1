declare const brand: unique symbol;

/**
 * HTML as a page, an import or a stored row gave it. It may hold anything; the only way to show it is through
 * `lib/safety`.
 */
export type UntrustedHtml = string & { readonly [brand]: 'UntrustedHtml' };

/** HTML that passed the sanitiser. Minted in `lib/safety` and nowhere else. */
export type SafeHtml = string & { readonly [brand]: 'SafeHtml' };

/** Marks text from outside as what it is. Lowering trust needs no proof, so anyone may call it. */
export const untrusted = (html: string): UntrustedHtml => html as UntrustedHtml;
