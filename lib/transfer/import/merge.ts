import { cleanUrl } from '../../article/normalise-url.ts';
import { parseUrl } from '../../article/parse-url.ts';
import type { FoundItem } from './found.ts';
import { cleanTags } from './values.ts';

/** An address of an import with all that its copies say. */
export interface MergedItem extends FoundItem {
  readonly copies: number;
}

/**
 * Joins copies of one address, or of whatever `keyOf` takes for the same: the earliest date, all tags, lists, notes and highlights, the first title and text;
 * archived only if every copy is, favourite if any is.
 */
export function createMerger(keyOf: (item: FoundItem) => string = ({ url }) => parseUrl(url)?.href ?? url) {
  const items = new Map<string, MergedItem>();
  return {
    add: (item: FoundItem): void => {
      const key = keyOf(item);
      const former = items.get(key);
      items.set(key, former ? join(former, item) : { ...item, copies: 1 });
    },
    items: (): readonly MergedItem[] => [...items.values()],
    get size(): number {
      return items.size;
    },
  };
}

function join(one: MergedItem, other: FoundItem): MergedItem {
  const times = [one.addedAt, other.addedAt].filter((time) => time !== undefined);
  const { isToRead: _, ...rest } = other;
  return {
    ...rest,
    ...one,
    ...(times.length > 0 && { addedAt: Math.min(...times) }),
    isArchived: one.isArchived && other.isArchived,
    isFavourite: one.isFavourite || other.isFavourite,
    tags: cleanTags([...one.tags, ...other.tags]),
    lists: distinct([...one.lists, ...other.lists], (path) => path.join('\u0000')),
    notes: distinct([...one.notes, ...other.notes], (note) => note),
    highlights: distinct([...one.highlights, ...other.highlights], ({ quote, note }) => `${quote}\u0000${note ?? ''}`),
    copies: one.copies + 1,
  };
}

function distinct<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed();
}

/** Pairs that differ by tracking parameters or by http and https alone. They stay two, for the reader to judge. */
export function findSoftDuplicates(items: readonly FoundItem[]): readonly (readonly [string, string])[] {
  const first = new Map<string, string>();
  const pairs: [string, string][] = [];
  for (const { url } of items) {
    const key = (cleanUrl(url) ?? url).replace(/^http:/, 'https:');
    const former = first.get(key);
    if (former === undefined) first.set(key, url);
    else pairs.push([former, url]);
  }
  return pairs;
}
