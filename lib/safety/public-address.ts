import { parseUrl } from '../article/parse-url.ts';

/** Name endings that stay inside a house or a machine: RFC 6761, 6762, 8375, ICANN's `.internal`, and common router names. */
const PRIVATE_ENDINGS = [
  'localhost',
  'local',
  'internal',
  'home.arpa',
  'localdomain',
  'lan',
  'home',
  'corp',
  'intranet',
];

type Range = readonly [start: string, prefixLength: number];

/** IPv4 addresses that are not public: IANA's special-purpose registry, multicast and the reserved rest. */
const PRIVATE_IPV4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, and the metadata service of cloud hosts
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/**
 * Says whether a host is the reader's own machine or network, which a page on the web has no business to reach. Accepts
 * IPv6 with or without brackets and every spelling of IPv4 that a browser accepts; what is no host at all is private.
 */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const host = parseUrl(`http://${bare.includes(':') ? `[${bare}]` : bare}/`)?.hostname.replace(/\.+$/, '');
  if (host === undefined || host === '') return true;
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1));
  if (/^[\d.]+$/.test(host)) return isPrivateIpv4(ipv4Bits(host));
  return !host.includes('.') || PRIVATE_ENDINGS.some((ending) => host.endsWith(`.${ending}`));
}

/**
 * Says whether a picture at `url`, found on the page at `pageUrl`, may be fetched: http or https, no credentials in the
 * address, and no private host but the origin which the reader is visiting anyway.
 */
export function mayFetch(url: string, pageUrl: string): boolean {
  const parsed = parseUrl(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return false;
  if (parsed.username !== '' || parsed.password !== '') return false;
  return !isPrivateHost(parsed.hostname) || parsed.origin === parseUrl(pageUrl)?.origin;
}

function isPrivateIpv4(bits: number): boolean {
  return PRIVATE_IPV4.some(([start, prefixLength]) => {
    const blockSize = 2 ** (32 - prefixLength);
    return Math.floor(bits / blockSize) === Math.floor(ipv4Bits(start) / blockSize);
  });
}

/** The address as a number below 2 ** 32. */
function ipv4Bits(address: string): number {
  return address.split('.').reduce((bits, octet) => bits * 256 + Number(octet), 0);
}

/** Public IPv6 is `2000::/3` (RFC 4291), without the documentation blocks, and with any IPv4 address inside it public too. */
function isPrivateIpv6(address: string): boolean {
  const groups = ipv6Groups(address);
  const [first, second, third] = [0, 1, 2].map((index) => Number(groups[index])) as [number, number, number];
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && (groups[5] === 0 || groups[5] === 0xffff);
  const isNat64 = first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0);
  if (isMapped || isNat64) return isPrivateIpv4(Number(groups[6]) * 0x10000 + Number(groups[7]));
  if (first === 0x2002) return isPrivateIpv4(second * 0x10000 + third); // 6to4, RFC 3056
  const isTeredo = first === 0x2001 && second === 0; // RFC 4380: the IPv4 address inside is disguised
  // RFC 3849 and RFC 9637.
  const isDocumentation = (first === 0x2001 && second === 0xdb8) || (first === 0x3fff && second < 0x1000);
  return isTeredo || isDocumentation || first < 0x2000 || first > 0x3fff;
}

/** The eight groups of an address that `URL` has put into its normal form, so without IPv4 dots in it. */
function ipv6Groups(address: string): readonly number[] {
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16));
}
