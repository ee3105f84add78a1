import { readCsv } from './csv.ts';
import type { Found } from './found.ts';
import { type Companions, type Content, fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { joinMarks } from './marks.ts';
import { decodeEntities, isYes, splitTags, timeOfText } from './values.ts';

/** Matter's history, alone or with its texts and highlights. Its only date is that of the last interaction. */
export const matter: Importer = {
  name: 'Matter',
  companions: /(?:^|\/)content_[^/]*\.html?$/i,
  recognise: ({ columns }) => {
    if (isHighlights(columns)) return 'matter-highlights-csv';
    return columns?.includes('url') && columns.includes('last interaction date') ? 'matter-csv' : undefined;
  },
  read: async function* (contents, companions) {
    const tables = contents.filter(({ columns }) => isHighlights(columns));
    const histories = contents.filter((content) => !tables.includes(content));
    const joined = joinMarks(
      histories.flatMap((content) => [...readHistory(content, contents)]),
      (urlOfTitle) => tables.flatMap((content) => [...readHighlights(content, contents, urlOfTitle)]),
    );
    for (const found of joined) yield withText(found, companions);
  },
};

const isHighlights = (columns: Content['columns']): boolean =>
  columns?.includes('text') === true && columns.includes('highlighted date');

/** By title where there is no address (omnivore-app/omnivore, packages/import-handler, seen November 2026). */
function readHighlights(
  content: Content,
  contents: readonly Content[],
  urlOfTitle: (title: string) => string | undefined,
): Iterable<Found> {
  const place = fileOf(content, contents);
  return readCsv(content.text, place, ({ line, cell }) => {
    const title = decodeEntities(cell('title'));
    const url = cell('url').trim() || urlOfTitle(title);
    if (!url) {
      const detail = 'Highlights of Matter have no address. Drop its history together with them.';
      return rejected('missing-url', { ...place, line }, `${title}: ${cell('text')}`, detail);
    }
    const note = cell('note', 'notes');
    const createdAt = timeOfText(cell('highlighted date'));
    const mark = {
      quote: cell('text'),
      ...(note !== '' && { note }),
      ...(createdAt !== undefined && { createdAt }),
    };
    return judge({ url, title, highlights: [mark] }, { ...place, line });
  });
}

/** A row names the file of its text as its attachment. */
function readHistory(content: Content, contents: readonly Content[]): Iterable<Found> {
  const place = fileOf(content, contents);
  return readCsv(content.text, place, ({ line, cell }) => {
    const author = cell('author').trim();
    const publisher = cell('publisher').trim();
    const queued = cell('in queue');
    const attachment = cell('file id').trim();
    return judge(
      {
        url: cell('url'),
        title: decodeEntities(cell('title')),
        addedAt: timeOfText(cell('saved')) ?? timeOfText(cell('last interaction date')),
        isArchived: queued === '' ? isYes(cell('read')) : !isYes(queued),
        isFavourite: isYes(cell('favorited')),
        tags: splitTags(cell('tags'), ';'),
        ...(author !== '' && { authors: [author] }),
        ...(publisher !== '' && { siteName: publisher }),
        ...(attachment !== '' && { attachment }),
      },
      { ...place, line },
    );
  });
}

async function withText(found: Found, companions: Companions): Promise<Found> {
  if (found.kind !== 'item' || found.attachment === undefined) return found;
  const { attachment, ...item } = found;
  const html = await companions.textOf(`/${attachment}`);
  return html === undefined ? item : { ...item, text: { kind: 'article', html } };
}
