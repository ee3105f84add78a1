import { parseUrl } from './parse-url.ts';

/**
 * Parameters that say who came from where and never what is shown. Kept short on purpose: a wrong entry would make two
 * pages one, and the second would not be saved. Sources: Firefox's own list (firefox-source-docs.mozilla.org, "Query
 * Parameter Stripping", November 2026) up to `fbclid`; below it the click ids that each vendor names in its own help.
 */
const TRACKING_PARAMETERS: ReadonlySet<string> = new Set([
  'mc_eid',
  'oly_anon_id',
  'oly_enc_id',
  '__s',
  'vero_id',
  '_hsenc',
  'mkt_tok',
  'fbclid',
  'mc_cid', // Mailchimp campaign
  '_hsmi', // HubSpot
  '__hstc',
  '__hssc',
  '__hsfp',
  'hsctatracking',
  'gclid', // Google Ads, and its variants for apps
  'gbraid',
  'wbraid',
  'gclsrc',
  'dclid',
  '_gl',
  'msclkid', // Microsoft Advertising
  'twclid', // X
  'ttclid', // TikTok
  'li_fat_id', // LinkedIn
  'igshid', // Instagram
  'igsh',
  'ref_src', // embedded posts of X
  'ref_url',
  'yclid', // Yandex
  '_openstat',
  'ml_subscriber', // MailerLite
  'ml_subscriber_hash',
  'wickedid',
  'rb_clickid',
]);

/** Google Analytics campaign parameters share a prefix, and sites add their own to it (`utm_brand`). */
const TRACKING_PREFIX = 'utm_';

/**
 * The key under which an address counts as the same page; never shown, never fetched. Absent if the address is not http
 * or https. Scheme and leading `www.` are left out of the comparison: sites answer on both and links use both.
 */
export function normaliseUrl(url: string): string | undefined {
  const parsed = parseWebUrl(url);
  if (parsed === undefined) return undefined;
  const host = keyHost(parsed.hostname);
  if (host === '') return undefined;
  const port = parsed.port === '' || parsed.port === '80' || parsed.port === '443' ? '' : `:${parsed.port}`;
  const path = upperCaseEscapes(parsed.pathname.replace(/\/+$/, '')) || '/';
  const query = upperCaseEscapes(sortByName(withoutTracking(parsed.search)).join('&'));
  return `https://${host}${port}${path}${query === '' ? '' : `?${query}`}${routeOf(parsed.hash)}`;
}

/**
 * The address to keep and to open again: user name, password and tracking parameters cut, everything else as the page
 * had it. Absent if it is not http or https.
 */
export function cleanUrl(url: string): string | undefined {
  const parsed = parseAnonymousUrl(url);
  if (parsed === undefined) return undefined;
  const pieces = piecesOf(parsed.search);
  const kept = withoutTracking(parsed.search);
  // Assigning `search` escapes it anew, so it stays untouched where nothing is cut.
  if (kept.length < pieces.length) parsed.search = kept.join('&');
  return parsed.href;
}

/** The same with the tracking parameters that `cleanUrl` cuts, for the record; absent where there are none. */
export function uncutUrl(url: string): string | undefined {
  const uncut = parseAnonymousUrl(url)?.href;
  return uncut === cleanUrl(url) ? undefined : uncut;
}

/** The host as a reader would name the site, `www.` left out; the empty text if the address is not http or https. */
export function hostOf(url: string): string {
  const parsed = parseWebUrl(url);
  return parsed === undefined ? '' : keyHost(parsed.hostname);
}

function parseWebUrl(url: string): URL | undefined {
  const parsed = parseUrl(url);
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:' ? parsed : undefined;
}

function parseAnonymousUrl(url: string): URL | undefined {
  const parsed = parseWebUrl(url);
  if (parsed === undefined) return undefined;
  parsed.username = '';
  parsed.password = '';
  return parsed;
}

/** `www.` is cut only if a name with a dot is left: `www.com` is a site of its own. */
function keyHost(hostname: string): string {
  return hostname.replace(/\.+$/, '').replace(/^(?:www\.)+(?=[^.]+\.[^.])/, '');
}

/** Pieces of a query stay as they are written: decoding would merge the addresses of sites not encoded in UTF-8. */
function piecesOf(search: string): readonly string[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((piece) => piece !== '');
}

function withoutTracking(search: string): readonly string[] {
  return piecesOf(search).filter((piece) => {
    const name = nameOf(piece).toLowerCase();
    return !TRACKING_PARAMETERS.has(name) && !name.startsWith(TRACKING_PREFIX);
  });
}

function nameOf(piece: string): string {
  return piece.split('=', 1)[0] ?? '';
}

/** The sort is stable: `a=2&a=1` keeps its order, which may mean something to the site. */
function sortByName(pieces: readonly string[]): readonly string[] {
  return pieces.toSorted((one, other) => {
    const [left, right] = [nameOf(one), nameOf(other)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

/** `%c3` and `%C3` are the same octet (RFC 3986, 6.2.2.1). */
function upperCaseEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
}

/** A fragment names a place on a page, except where a site puts its routes into it. */
function routeOf(hash: string): string {
  return /^#[!/]./.test(hash) ? hash : '';
}
