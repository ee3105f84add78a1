import type { Direction } from '../../article/article.ts';
import { contentHash } from '../../article/content-hash.ts';
import { untrusted } from '../../article/html.ts';
import type { ImportOptions, ListPath, PreparedItem, PreparedMark, PreparedText } from '../../article/import-job.ts';
import { COLOURS, type Colour } from '../../article/list.ts';
import { cleanUrl, hostOf, normaliseUrl, uncutUrl } from '../../article/normalise-url.ts';
import { countWords } from '../../article/reading-time.ts';
import { foldText } from '../../search/fold-text.ts';
import type { FoundHighlight } from '../../transfer/import/found.ts';
import type { MergedItem } from '../../transfer/import/merge.ts';
import { type ReadText, readText } from '../../transfer/import/read-text.ts';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LEFT_TO_RIGHT =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Makes a record ready for the database, with the choices of the reader; `undefined` if it has no address after all. */
export async function prepareItem(item: MergedItem, options: ImportOptions): Promise<PreparedItem | undefined> {
  const urlKey = normaliseUrl(item.url);
  const url = cleanUrl(item.url);
  const uncut = uncutUrl(item.url);
  if (urlKey === undefined || url === undefined) return undefined;
  const read = item.text && readText(item.text.html, url);
  const title = item.title ?? read?.title ?? url;
  const siteName = item.siteName ?? hostOf(url);
  const tags = new Map([...item.tags, ...options.tags].map((label) => [foldText(label), label] as const));
  return {
    url,
    urlKey,
    ...(uncut !== undefined && { uncutUrl: uncut }),
    title: title.slice(0, 1000),
    authors: item.authors ?? [],
    siteName,
    excerpt: (item.excerpt ?? read?.excerpt ?? '').slice(0, 500),
    ...(item.publishedAt !== undefined && { publishedAt: item.publishedAt }),
    ...(item.language !== undefined && { language: item.language }),
    direction: directionOf(title),
    ...(item.addedAt !== undefined && { savedAt: item.addedAt }),
    isArchived: item.isArchived,
    isFavourite: item.isFavourite,
    progress: item.progress ?? 0,
    tags: [...tags].filter(([tagKey]) => tagKey !== '').map(([tagKey, label]) => ({ tagKey, label })),
    lists: listsOf(item, options),
    note: item.notes.join('\n\n'),
    ...(item.highlights.length > 0 && { marks: item.highlights.map(prepareMark) }),
    ...(read && { text: await prepareText(read) }),
  };
}

/** The first letter that has a direction decides (Unicode TR 9, P2). */
function directionOf(title: string): Direction {
  const rtl = title.search(RIGHT_TO_LEFT);
  const ltr = title.search(LEFT_TO_RIGHT);
  return rtl !== -1 && (ltr === -1 || rtl < ltr) ? 'rtl' : 'ltr';
}

function listsOf(item: MergedItem, { lists }: ImportOptions): readonly ListPath[] {
  if (lists === 'none') return [];
  return lists === 'keep' ? item.lists.map(pathOf) : [lists.name];
}

/** Folders in folders in folders become lists in lists: what is deeper has the rest of its path as its name. */
function pathOf([outer = '', ...rest]: readonly string[]): ListPath {
  const [name, inner] = [outer, rest.join(' / ')].map((one) => one.slice(0, 200)) as [string, string];
  return inner === '' ? name : [name, inner];
}

function prepareMark({
  quote,
  prefix = '',
  suffix = '',
  note,
  tags = [],
  colour,
  createdAt,
}: FoundHighlight): PreparedMark {
  const labels = tags.map((tag) => `#${tag.trim().replace(/[^\p{L}\p{N}_-]+/gu, '-')}`).join(' ');
  return {
    quote: { exact: asShown(quote), prefix: prefix.slice(-AROUND), suffix: suffix.slice(0, AROUND) },
    colour: COLOURS.find((name) => name === colour) ?? COLOUR_NAMES[colour?.toLowerCase() ?? ''] ?? 'amber',
    note: [note ?? '', labels].filter((part) => part !== '').join('\n\n'),
    ...(createdAt !== undefined && { createdAt }),
  };
}

/** Characters that a mark keeps of what stands on each side of it. */
const AROUND = 64;

/** As services name the colours of highlights, by the nearest of ours. */
const COLOUR_NAMES: Readonly<Record<string, Colour>> = {
  yellow: 'amber',
  orange: 'amber',
  red: 'rose',
  pink: 'rose',
  purple: 'violet',
};

/** White space as on the page: `\n` between blocks, one space within. */
const asShown = (text: string): string =>
  text
    .split(/\s*\n\s*/)
    .map((line) => line.replace(/\s+/g, ' '))
    .join('\n')
    .trim();

async function prepareText({ html, text, pictures }: ReadText): Promise<PreparedText> {
  const bytes = new TextEncoder().encode(html);
  return {
    hash: await contentHash(bytes),
    html: untrusted(html),
    byteLength: bytes.length,
    wordCount: countWords(text),
    pictures,
  };
}
