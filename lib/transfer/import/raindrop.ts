import { readCsv } from './csv.ts';
import type { FoundHighlight } from './found.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge } from './judge.ts';
import { decodeEntities, folderName, isYes, splitTags, timeOfText } from './values.ts';

/** Raindrop has no archive: a folder of that name is a folder. Its excerpts are made by machine and stay out. */
export const raindrop: Importer = {
  name: 'Raindrop',
  lacks: 'texts',
  recognise: ({ columns }) =>
    columns?.includes('url') && columns.includes('folder') && columns.includes('created') ? 'raindrop-csv' : undefined,
  read: function* (contents) {
    for (const content of contents) {
      const file = fileOf(content, contents);
      yield* readCsv(content.text, file, ({ line, cell }) => {
        const folder = cell('folder').trim();
        return judge(
          {
            url: cell('url'),
            title: decodeEntities(cell('title')),
            addedAt: timeOfText(cell('created')),
            isFavourite: isYes(cell('favorite')),
            tags: splitTags(cell('tags'), ','),
            notes: [cell('note')],
            lists: folder === '' || folder === 'Unsorted' ? [] : [folder.split('/').map(folderName)],
            highlights: readHighlights(cell('highlights')),
          },
          { ...file, line },
        );
      });
    }
  },
};

/** Blocks of `Highlight:` and `Note:`, as seen in one file; words in another form are one quotation, and never dropped. */
function readHighlights(cell: string): readonly FoundHighlight[] {
  if (cell.trim() === '') return [];
  const starts = [...cell.matchAll(/^Highlight:/gm)].map(({ index }) => index);
  const before = starts.length === 0 ? cell : cell.slice(0, starts[0]);
  const blocks = starts.map((start, index) => cell.slice(start + 'Highlight:'.length, starts[index + 1]));
  return [
    ...(before.trim() === '' ? [] : [{ quote: before }]),
    ...blocks.map((block) => {
      const at = block.search(/^Note:/m);
      return at === -1 ? { quote: block } : { quote: block.slice(0, at), note: block.slice(at + 'Note:'.length) };
    }),
  ];
}
