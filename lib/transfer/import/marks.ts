import { parseUrl } from '../../article/parse-url.ts';
import type { Found, FoundHighlight, FoundItem } from './found.ts';
import { isRecord, listOf, textOf, timeOfText } from './values.ts';

/** Highlights in a record of JSON: texts, or records by whatever name services give to the parts. */
export const readMarks = (value: unknown): readonly FoundHighlight[] =>
  listOf(value).flatMap((mark): readonly FoundHighlight[] => {
    if (typeof mark === 'string') return [{ quote: mark }];
    if (!isRecord(mark)) return [];
    const first = (...keys: readonly string[]) =>
      keys.map((key) => textOf(mark[key])).find((text) => text !== undefined);
    const quote = first('quote', 'text', 'highlight', 'content');
    const note = first('note', 'comment', 'annotation');
    const colour = first('colour', 'color');
    const createdAt = timeOfText(mark['createdAt'] ?? mark['created_at'] ?? mark['created'] ?? mark['highlighted_at']);
    if (quote === undefined) return [];
    return [
      {
        quote,
        ...(note !== undefined && { note }),
        ...(colour !== undefined && { colour }),
        ...(createdAt !== undefined && { createdAt }),
      },
    ];
  });

/**
 * Joins a table of highlights to the documents they are of, by address or by title: a row of a highlight says nothing
 * of whether its document was archived. Those whose document is not among them stand for it themselves.
 *
 * @param readRows reads the highlights; it may ask for the address of a title
 */
export function* joinMarks(
  documents: Iterable<Found>,
  readRows: (urlOfTitle: (title: string) => string | undefined) => Iterable<Found>,
): Iterable<Found> {
  const items = new Map<string, FoundItem>();
  const urls = new Map<string, string>();
  const ordered: (Found | string)[] = [];
  const put = (found: Found) => {
    if (found.kind !== 'item') return ordered.push(found);
    const key = parseUrl(found.url)?.href ?? found.url;
    const title = foldTitle(found.title ?? '');
    if (title !== '' && !urls.has(title)) urls.set(title, found.url);
    // A copy is the merger's business, which joins all that it says.
    if (items.has(key)) return ordered.push(found);
    items.set(key, found);
    return ordered.push(key);
  };
  for (const document of documents) put(document);
  for (const row of readRows((title) => urls.get(foldTitle(title)))) {
    const former = row.kind === 'item' ? items.get(parseUrl(row.url)?.href ?? row.url) : undefined;
    if (row.kind !== 'item' || !former) put(row);
    else
      items.set(parseUrl(row.url)?.href ?? row.url, {
        ...former,
        highlights: [...former.highlights, ...row.highlights],
      });
  }
  for (const one of ordered) {
    const found = typeof one === 'string' ? items.get(one) : one;
    if (found) yield found;
  }
}

const foldTitle = (title: string): string => title.replace(/\s+/g, ' ').trim().toLowerCase();
