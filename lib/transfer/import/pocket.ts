import { parseUrl } from '../../article/parse-url.ts';
import { readCsv } from './csv.ts';
import type { Found, FoundHighlight, FoundItem } from './found.ts';
import type { Content, Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { decodeEntities, isRecord, listOf, splitTags, textOf, timeOfNumber, timeOfText } from './values.ts';

/**
 * The export of Pocket: parts of a table, and beside them highlights and collections, which other readers leave behind.
 * Sources: Pocket/pocket-monorepo, servers/account-data-deleter/src/dataService (read November 2026).
 */
export const pocket: Importer = {
  name: 'Pocket',
  lacks: 'favourites and texts',
  recognise: (content) => {
    const { columns, json, isFromZip } = content;
    if (columns?.includes('url') && columns.includes('time_added')) return isFromZip ? 'pocket-zip' : 'pocket-csv';
    return isAnnotations(json) || isCollection(json) ? 'pocket-zip' : undefined;
  },
  read: function* (contents) {
    const isSet = contents.length > 1 || contents.some(({ isFromZip }) => isFromZip);
    const placeOf = ({ path }: Content) => (isSet ? { file: path } : {});
    const additions = new Map<string, Addition>();
    for (const content of contents) {
      if (isAnnotations(content.json)) yield* readAnnotations(content.json, placeOf(content), additions);
      else if (isCollection(content.json)) yield* readCollection(content.json, placeOf(content), additions);
    }
    for (const content of contents) {
      if (content.columns) yield* readPart(content, placeOf(content), additions);
    }
    for (const { item, ...rest } of additions.values()) yield { ...withAddition(item, rest) };
  },
};

/** What annotations and collections say of an address. It joins the first row that has it. */
interface Addition {
  readonly item: FoundItem;
  readonly highlights: readonly FoundHighlight[];
  readonly lists: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

function* readPart(
  { text }: Content,
  place: { readonly file?: string },
  additions: Map<string, Addition>,
): Iterable<Found> {
  for (const found of readCsv(text, place, ({ line, cell }) =>
    judge(
      {
        url: cell('url'),
        title: decodeEntities(cell('title')),
        addedAt: timeOfNumber(cell('time_added')),
        tags: splitTags(cell('tags'), '|'),
        isArchived: cell('status') === 'archive',
      },
      { ...place, line },
    ),
  )) {
    const key = found.kind === 'item' ? keyOf(found.url) : '';
    const addition = additions.get(key);
    if (found.kind === 'item' && addition) {
      additions.delete(key);
      yield withAddition(found, addition);
    } else {
      yield found;
    }
  }
}

const withAddition = (item: FoundItem, { highlights, lists, notes }: Omit<Addition, 'item'>): FoundItem => ({
  ...item,
  highlights,
  lists,
  notes,
});

const keyOf = (url: string): string => parseUrl(url)?.href ?? url;

function* readAnnotations(
  records: readonly unknown[],
  place: { readonly file?: string },
  additions: Map<string, Addition>,
): Iterable<Found> {
  for (const [index, record] of records.entries()) {
    if (!isRecord(record)) {
      yield rejected('malformed-record', { ...place, index });
      continue;
    }
    const highlights = listOf(record['highlights']).flatMap((highlight): FoundHighlight[] => {
      const quote = isRecord(highlight) ? textOf(highlight['quote']) : undefined;
      const createdAt = isRecord(highlight) ? timeOfText(highlight['created_at']) : undefined;
      return quote === undefined ? [] : [{ quote, ...(createdAt !== undefined && { createdAt }) }];
    });
    const times = highlights.flatMap(({ createdAt }) => (createdAt === undefined ? [] : [createdAt]));
    const addedAt = times.length > 0 ? Math.min(...times) : undefined;
    const found = judge({ url: record['url'], title: textOf(record['title']), addedAt }, { ...place, index });
    if (found.kind === 'item') add(additions, found, { highlights, lists: [], notes: [] });
    else yield found;
  }
}

function* readCollection(
  collection: Readonly<Record<string, unknown>>,
  place: { readonly file?: string },
  additions: Map<string, Addition>,
): Iterable<Found> {
  const name = textOf(collection['title'])?.trim() || textOf(collection['slug']) || 'Collection';
  const addedAt = timeOfText(collection['createdAt']);
  for (const [index, record] of listOf(collection['items']).entries()) {
    const entry = isRecord(record) ? record : { url: undefined };
    const title = textOf(entry['title']);
    const found = judge({ url: entry['url'], title: title && decodeEntities(title), addedAt }, { ...place, index });
    const note = textOf(entry['note'])?.trim();
    if (found.kind === 'item') add(additions, found, { highlights: [], lists: [[name]], notes: note ? [note] : [] });
    else yield found;
  }
}

function add(additions: Map<string, Addition>, item: FoundItem, more: Omit<Addition, 'item'>): void {
  const key = keyOf(item.url);
  const former = additions.get(key);
  additions.set(key, {
    item: former?.item ?? item,
    highlights: [...(former?.highlights ?? []), ...more.highlights],
    lists: [...(former?.lists ?? []), ...more.lists],
    notes: [...(former?.notes ?? []), ...more.notes],
  });
}

const isAnnotations = (json: unknown): json is readonly unknown[] =>
  Array.isArray(json) &&
  json.some(
    (record) => isRecord(record) && listOf(record['highlights']).some((part) => isRecord(part) && 'quote' in part),
  ) &&
  json.every((record) => !isRecord(record) || !('savedAt' in record));

const isCollection = (json: unknown): json is Readonly<Record<string, unknown>> =>
  isRecord(json) && 'slug' in json && 'title' in json && Array.isArray(json['items']);
