const directives = (connectSrc: string): readonly string[] => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  `connect-src ${connectSrc}`,
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
];

const trustedTypes = (names: string): readonly string[] => [
  "require-trusted-types-for 'script'",
  `trusted-types ${names}`,
];

/**
 * The manifest's policy. It binds the worker too, which fetches pictures, so `connect-src` is open in it; see
 * docs/decisions/0001. The policy `default` is for the one document that reads fetched pages; see docs/decisions/0012.
 */
export const EXTENSION_CSP = [
  ...directives("'self' http: https:"),
  "frame-ancestors 'none'",
  ...trustedTypes('dompurify lectern default'),
].join('; ');

/**
 * The policy each page carries in a `meta` element, on top of the manifest's: the same with the network closed. Both hold, so
 * the stricter wins. Without `frame-ancestors`, which a `meta` policy ignores (CSP3 section 3.3).
 */
export const PAGE_CSP = [...directives("'self'"), ...trustedTypes('dompurify lectern')].join('; ');
