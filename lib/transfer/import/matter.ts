import { readCsv } from './csv.ts';
import type { Found } from './found.ts';
import { type Companions, type Content, fileOf, type Importer } from './importer.ts';
import { judge } from './judge.ts';
import { decodeEntities, isYes, splitTags, timeOfText } from './values.ts';

/** Matter's history, alone or with the texts beside it. Its only date is that of the last interaction. */
export const matter: Importer = {
  name: 'Matter',
  lacks: 'highlights',
  companions: /(?:^|\/)content_[^/]*\.html?$/i,
  recognise: ({ columns }) =>
    columns?.includes('url') && columns.includes('last interaction date') ? 'matter-csv' : undefined,
  read: async function* (contents, companions) {
    for (const content of contents) {
      for (const found of readHistory(content, contents)) yield withText(found, companions);
    }
  },
};

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
