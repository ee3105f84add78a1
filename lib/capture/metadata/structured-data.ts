import { isElement } from '../nodes.ts';

/** What a page says of itself in JSON-LD, as far as it is there and of the right type. */
export interface StructuredData {
  readonly headline?: string;
  readonly authors: readonly string[];
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  /** False where the page names its dates or authors but does not call itself an article. */
  readonly isArticle: boolean;
  readonly description?: string;
  readonly language?: string;
  readonly publisher?: string;
  readonly pictureUrl?: string;
  readonly isFree?: boolean;
}

// schema.org: Article and what is below it, by the ends of their names (NewsArticle, BlogPosting, AnalysisNewsArticle…).
const ARTICLE_TYPE = /(Article|Posting|Report|Blog ?Post)$/;
// What else is read for its author and dates, if the page has no article.
const PAGE_TYPE = /^(WebPage|ItemPage|AboutPage|FAQPage|Recipe|HowTo|Review|Course|LearningResource)$/;

/** The article of the page's JSON-LD. Broken JSON is passed over: the page shows its text all the same. */
export function readStructuredData(doc: Document, headings: readonly string[]): StructuredData | undefined {
  const things: Thing[] = [];
  for (const script of doc.querySelectorAll('script[type="application/ld+json" i]')) {
    if (isElement(script)) collectThings(parseJson(script.textContent ?? ''), things, 0);
  }
  const byId = new Map(
    things.flatMap((thing) => (typeof thing.get('@id') === 'string' ? [[thing.get('@id'), thing]] : [])),
  );
  const articles = things.filter((thing) => textsOf(thing.get('@type')).some((type) => ARTICLE_TYPE.test(type)));
  // A page may list other articles too; the one it shows is the one whose headline stands on it.
  const article =
    articles.find((thing) => headings.includes(textOfValue(thing.get('headline')) ?? '')) ??
    articles[0] ??
    things.find((thing) => textsOf(thing.get('@type')).some((type) => PAGE_TYPE.test(type)));
  if (article === undefined) return undefined;
  const isArticle = articles.length > 0;
  const resolve = (value: unknown): unknown => resolveReference(value, byId);
  return {
    isArticle,
    authors: namesOf(article.get('author') ?? article.get('creator'), resolve),
    ...optional('headline', textOfValue(article.get('headline')) ?? textOfValue(article.get('name'))),
    ...optional('modifiedAt', textOfValue(article.get('dateModified'))),
    ...optional('publishedAt', textOfValue(article.get('datePublished')) ?? textOfValue(article.get('dateCreated'))),
    ...optional('description', textOfValue(article.get('description'))),
    ...optional('language', textOfValue(article.get('inLanguage'))),
    ...optional('publisher', namesOf(article.get('publisher'), resolve)[0]),
    ...optional('pictureUrl', pictureOf(article.get('image'), resolve)),
    ...optional('isFree', freedomOf(article.get('isAccessibleForFree'))),
  };
}

/** A JSON object; a map, so that a key such as `__proto__` is a key and nothing more. */
type Thing = ReadonlyMap<string, unknown>;

const DEEPEST = 8;

function parseJson(text: string): unknown {
  const bare = text
    .replace(/^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    try {
      // Line breaks inside strings and commas before a bracket are the commonest faults; neither means anything.
      return JSON.parse(
        bare
          .replace(/[\n\r\t]+/g, ' ')
          .replace(/;\s*$/, '')
          .replace(/,\s*([}\]])/g, '$1'),
      );
    } catch {
      return undefined;
    }
  }
}

function thingOf(value: unknown): Thing | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

function collectThings(value: unknown, things: Thing[], depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const item of value) collectThings(item, things, depth + 1);
    return;
  }
  const thing = thingOf(value);
  if (thing === undefined) return;
  if (thing.has('@type')) things.push(thing);
  for (const key of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'author',
    'publisher',
    'image',
    'itemListElement',
    'item',
  ]) {
    collectThings(thing.get(key), things, depth + 1);
  }
}

function resolveReference(value: unknown, byId: ReadonlyMap<unknown, Thing>): unknown {
  const thing = thingOf(value);
  if (thing === undefined || thing.has('name') || thing.has('url')) return value;
  return byId.get(thing.get('@id')) ?? value;
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

function textOfValue(value: unknown): string | undefined {
  if (typeof value === 'string') return decodeReferences(value).replace(/\s+/g, ' ').trim() || undefined;
  if (Array.isArray(value)) return textOfValue(value[0]);
  const thing = thingOf(value);
  return thing === undefined ? undefined : textOfValue(thing.get('@value') ?? thing.get('name'));
}

const NAMED = new Map(
  Object.entries({
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    nbsp: ' ',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    rsquo: '’',
    lsquo: '‘',
    rdquo: '”',
    ldquo: '“',
  }),
);

/** Strings in JSON have no character references, yet many templates escape them as if they stood in HTML. */
function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(String(name).toLowerCase()) ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

function namesOf(value: unknown, resolve: (value: unknown) => unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => {
    const resolved = resolve(item);
    const thing = resolved instanceof Map ? (resolved as Thing) : thingOf(resolved);
    const name = textOfValue(thing === undefined ? resolved : thing.get('name'));
    return name === undefined ? [] : [name];
  });
}

function pictureOf(value: unknown, resolve: (value: unknown) => unknown): string | undefined {
  const resolved = resolve(Array.isArray(value) ? value[0] : value);
  if (typeof resolved === 'string') return resolved;
  const thing = resolved instanceof Map ? (resolved as Thing) : thingOf(resolved);
  return textOfValue(thing?.get('url') ?? thing?.get('contentUrl'));
}

function freedomOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' && /^(true|false)$/i.test(value) ? /^true$/i.test(value) : undefined;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}
