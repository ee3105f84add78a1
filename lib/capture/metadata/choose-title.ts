import type { MetadataSourceId } from '../../article/capture.ts';
import { fold, textOf } from '../text.ts';

export interface TitleClaim {
  readonly source: MetadataSourceId;
  readonly text: string;
}

export interface TitleHeading {
  readonly text: string;
  /** 1 to 3. */
  readonly level: number;
  /** True if some of the text stands in an element of its own, as a subtitle or a counter does. */
  readonly hasParts: boolean;
}

export interface TitleSources {
  /** What the page declares, best first: JSON-LD, Open Graph, other tags, `<title>`. */
  readonly claims: readonly TitleClaim[];
  /** The headings that may be the title, best first. */
  readonly headings: readonly TitleHeading[];
  readonly siteName: string;
  readonly host: string;
}

/**
 * The title as a reader would say it: without the site's name. The heading wins where a declared title resembles it,
 * because declared titles are shortened or sharpened for search engines and the heading is what stood on the page.
 */
export function chooseTitle(sources: TitleSources): TitleClaim | undefined {
  const claims = sources.claims.map(({ source, text }) => ({ source, text: withoutSiteName(text, sources) }));
  const headings = headingsInQuestion(sources);
  const first = headings.filter(({ level }) => level === 1);
  const heading =
    openingOf(headings, claims) ??
    bestOf(first, claims, first.length === 1 ? ALIKE.alone : ALIKE.amongOthers) ??
    bestOf(
      headings.filter(({ level }) => level > 1),
      claims,
      ALIKE.ofLowerLevel,
    );
  if (heading !== undefined) {
    const better = claims.find(
      ({ text }) => goesOn(heading.text, text) || (heading.hasParts && holds(heading.text, text)),
    );
    return better ?? { source: 'heading', text: heading.text };
  }
  const claim = claims.find(({ text }) => text !== '');
  if (claim !== undefined) return claim;
  const text = first[0]?.text ?? headings[0]?.text;
  return text === undefined ? undefined : { source: 'heading', text };
}

/** How much of its words a heading must share with a declared title, 0 to 1: the only one of a page needs the least. */
const ALIKE = { alone: 0.35, amongOthers: 0.5, ofLowerLevel: 0.75 };

/** Without the site's name, and without what closes the declared title while another heading opens it: a book's, a section's. */
function headingsInQuestion(sources: TitleSources): readonly TitleHeading[] {
  const parts = sources.claims.map(({ text }) => text.split(SEPARATOR).map(fold)).filter((texts) => texts.length > 1);
  const known = new Set(sources.headings.map(({ text }) => fold(text)));
  const closing = new Set(parts.filter((texts) => known.has(texts[0] ?? '')).map((texts) => texts.at(-1)));
  return sources.headings.filter(({ text }) => !isSite(text, sources) && !closing.has(fold(text)));
}

/** The heading that is the whole of a declared title, or what stands in it before the first bar. */
function openingOf(headings: readonly TitleHeading[], claims: readonly TitleClaim[]): TitleHeading | undefined {
  const openings = new Set(claims.flatMap(({ text }) => [fold(text), fold(text.split(SEPARATOR)[0] ?? '')]));
  return headings.find(({ text }) => openings.has(fold(text)));
}

/** Whether a heading says a declared title and something beside it. */
function holds(heading: string, claim: string): boolean {
  return claim.includes(' ') && fold(heading).includes(fold(claim));
}

/** The heading most like a declared title; the earlier of two that are equally so. */
function bestOf(
  headings: readonly TitleHeading[],
  claims: readonly TitleClaim[],
  leastAlike: number,
): TitleHeading | undefined {
  let best: TitleHeading | undefined;
  let most = leastAlike;
  for (const heading of headings) {
    const alike = Math.max(0, ...claims.map(({ text }) => likeness(heading.text, text)));
    if (alike < most || (best !== undefined && alike === most)) continue;
    best = heading;
    most = alike;
  }
  return best;
}

/** Whether a declared title says the heading and then more of the same sentence. */
function goesOn(heading: string, claim: string): boolean {
  const rest = claim.slice(heading.length);
  return (
    fold(claim).startsWith(`${fold(heading)} `) && heading.split(' ').length >= 2 && /^:?\s+[\p{L}\p{N}]/u.test(rest)
  );
}

/** How much two texts have their words in common, 0 to 1. */
function likeness(one: string, other: string): number {
  const first = wordsOf(one);
  const second = wordsOf(other);
  if (first.size === 0 || second.size === 0) return 0;
  let common = 0;
  for (const word of first) if (second.has(word)) common++;
  // Half way between what the longer and what the shorter one shares, or a title and its short form were strangers.
  return (common / Math.max(first.size, second.size) + common / Math.min(first.size, second.size)) / 2;
}

function wordsOf(text: string): ReadonlySet<string> {
  const folded = fold(text);
  // Scripts without spaces are compared by their characters.
  return new Set(folded.includes(' ') || folded.length < 4 || folded <= '\u2e80' ? folded.split(' ') : folded);
}

/** Level-one headings, and those of level two where a page keeps the first level for its own name. */
export function headingsOf(doc: Document): readonly Element[] {
  const found = [...doc.querySelectorAll('h1')].concat(
    [...doc.querySelectorAll('h2, h3')].slice(0, 6) as HTMLHeadingElement[],
  );
  return found.filter((heading) => titleTextOf(heading) !== '');
}

const FURNITURE = 'button, svg, script, style, [hidden], [aria-hidden="true"], [class*="tooltip" i]';

export function titleHeadingOf(heading: Element): TitleHeading {
  return {
    text: titleTextOf(heading),
    level: Number(heading.localName.slice(1)),
    hasParts: heading.firstElementChild !== null,
  };
}

/** The text of a heading without the buttons in it. */
function titleTextOf(heading: Element): string {
  if (heading.firstElementChild === null) return textOf(heading);
  const copy = heading.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('*')) {
    // An element of the page's own making beside a text is a widget.
    if (part.matches(FURNITURE) || (part.localName.includes('-') && textOf(part) !== textOf(copy))) part.remove();
  }
  const text = textOf(copy);
  return text === '' ? textOf(heading) : text;
}

const SEPARATOR = /\s+[|–—·•»:«]+\s+|\s+-+\s+|\s*\|\s*|\s+::\s+/;

function withoutSiteName(title: string, sources: TitleSources): string {
  const bar = title.lastIndexOf('|');
  // A bar is never part of a sentence; the shorter side is the site.
  if (bar > 0) {
    const head = title.slice(0, bar).trim();
    const tail = title.slice(bar + 1).trim();
    if (isSite(head, sources)) return tail;
    if (tail.length <= head.length || isSite(tail, sources)) return withoutSiteName(head, sources);
  }
  const parts = title.split(SEPARATOR);
  const head = parts[0]?.trim() ?? '';
  const tail = parts.at(-1)?.trim() ?? '';
  if (parts.length > 1 && head !== '' && isSite(tail, sources)) {
    return withoutSiteName(title.slice(0, title.lastIndexOf(tail)).replace(/[\s|–—·•»«:-]+$/, ''), sources);
  }
  if (parts.length > 1 && tail !== '' && isSite(head, sources)) {
    return title.slice(title.indexOf(head) + head.length).replace(/^[\s|–—·•»«:-]+/, '');
  }
  return title.trim();
}

function isSite(text: string, { siteName, host }: TitleSources): boolean {
  const folded = fold(text).replaceAll(' ', '');
  if (folded === '') return false;
  const name = fold(siteName).replaceAll(' ', '');
  const bareHost = host.toLowerCase().replace(/^www\./, '');
  return folded === name || folded === fold(bareHost).replaceAll(' ', '') || folded === nameOfHost(host);
}

/** The label of a host that names its site, without hyphens: `orbitdaily` of `www.orbit-daily.example`. */
export function nameOfHost(host: string): string {
  return (host.toLowerCase().split('.').at(-2) ?? host).replaceAll('-', '');
}
