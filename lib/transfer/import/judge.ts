import { parseUrl } from '../../article/parse-url.ts';
import type { Draft, Found, FoundHighlight, Place, RejectReason } from './found.ts';
import { cleanTags, cleanTitle } from './values.ts';

/** Turns a record of any format into an item, or says why not. The one gate that every importer goes through. */
export function judge(draft: Draft, place: Place = {}): Found {
  const checked = checkUrl(draft.url);
  if ('reason' in checked) return rejected(checked.reason, place, shownOf(draft));
  const { url } = checked;
  const title = draft.title === undefined ? undefined : cleanTitle(draft.title, url);
  const addedAt = draft.addedAt;
  const notes = (draft.notes ?? []).map((note) => note.trim()).filter((note) => note !== '');
  const highlights = (draft.highlights ?? []).map(trimHighlight).filter(({ quote }) => quote !== '');
  const authors = (draft.authors ?? []).map((author) => author.trim()).filter((author) => author !== '');
  const { title: _, addedAt: __, url: ___, authors: ____, ...rest } = draft;
  return {
    ...rest,
    kind: 'item',
    url,
    isArchived: draft.isArchived ?? false,
    isFavourite: draft.isFavourite ?? false,
    tags: cleanTags(draft.tags ?? []),
    lists: (draft.lists ?? []).filter((path) => path.length > 0),
    notes,
    highlights,
    ...(title !== undefined && { title }),
    ...(addedAt !== undefined && { addedAt }),
    ...(authors.length > 0 && { authors }),
  };
}

export function rejected(reason: RejectReason, place: Place, text?: string, detail?: string): Found {
  const shown = text?.replace(/\s+/g, ' ').trim().slice(0, 120);
  return { kind: 'rejected', reason, ...place, ...(shown && { text: shown }), ...(detail && { detail }) };
}

const LONGEST_URL = 65_536;

/** Only web addresses pass. `new URL` decides, because it is what the browser would open: `java\tscript:` is a script. */
function checkUrl(value: unknown): { readonly url: string } | { readonly reason: RejectReason } {
  if (typeof value !== 'string')
    return { reason: value === undefined || value === null ? 'missing-url' : 'invalid-url' };
  const text = value.trim();
  if (text === '') return { reason: 'missing-url' };
  if (text.length > LONGEST_URL) return { reason: 'invalid-url' };
  const parsed = parseUrl(text);
  if (!parsed) return { reason: /^https?:|^[^:]*$|^[/?#.]/i.test(text) ? 'invalid-url' : 'unsupported-scheme' };
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    // "localhost:3000/x" is read as a scheme too, yet no reader means one: it has no scheme at all.
    return { reason: 'unsupported-scheme' };
  }
  if (parsed.username === '' && parsed.password === '') return { url: text };
  parsed.username = '';
  parsed.password = '';
  return { url: parsed.href };
}

const shownOf = ({ url, title }: Draft): string => (typeof url === 'string' && url.trim() !== '' ? url : title) ?? '';

const trimHighlight = (highlight: FoundHighlight): FoundHighlight => {
  const note = highlight.note?.trim();
  const tags = cleanTags(highlight.tags ?? []);
  const { note: _, tags: __, ...rest } = highlight;
  return { ...rest, quote: highlight.quote.trim(), ...(note && { note }), ...(tags.length > 0 && { tags }) };
};
