import { parseUrl } from '../article/parse-url.ts';

/** The absolute http or https address, without user name and password; `undefined` for everything else. */
export function webAddress(address: string | null | undefined, base: string): string | undefined {
  const url = parseAddress(address, base);
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  // To set is to write the whole address anew, and next to none has any.
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  return url.href;
}

/** Resolves without throwing. */
export function parseAddress(address: string | null | undefined, base: string): URL | undefined {
  const trimmed = address?.trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  return parseUrl(trimmed, base);
}

/**
 * The part of a host that one owner holds, guessed without the public suffix list: two labels, or three where the
 * last two look like `co.uk`. Good enough to reject a canonical address on a foreign site.
 */
export function siteOf(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const last = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  const isCountrySuffix = last.length === 2 && /^(co|com|net|org|ac|gov|edu|or|ne|go)$/.test(second);
  return labels.slice(isCountrySuffix ? -3 : -2).join('.');
}
