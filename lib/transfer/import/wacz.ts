import type { Found } from './found.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { readLines } from './lines.ts';
import { parseJson } from './parse-json.ts';
import { decodeEntities, isRecord, textOf, timeOfText } from './values.ts';

/** The list of pages in a web archive collection (WACZ 1.1.1, 5.2.1). The archived traffic itself stays out. */
export const wacz: Importer = {
  name: 'Web archive (WACZ)',
  lacks: 'tags, notes, highlights and texts',
  companions: /(?:^|\/)(?:archive|indexes)\/|(?:^|\/)datapackage(?:-digest)?\.json$|(?:^|\/)pages\/(?!pages\.jsonl)/,
  recognise: ({ text }) => {
    const header = parseJson(
      text
        .slice(0, 4096)
        .split(/[\r\n]/, 1)
        .join(''),
    );
    return isRecord(header) && /^json-pages-/.test(textOf(header['format']) ?? '') ? 'wacz' : undefined;
  },
  read: function* (contents): Iterable<Found> {
    for (const content of contents) {
      const file = fileOf(content, contents);
      for (const { line, text } of readLines(content.text)) {
        const record = text.trim() === '' ? undefined : parseJson(text);
        if (text.trim() === '' || (isRecord(record) && 'format' in record && !('url' in record))) continue;
        if (!isRecord(record)) {
          yield rejected('malformed-record', { ...file, line }, text);
          continue;
        }
        const title = decodeEntities(textOf(record['title']) ?? '');
        yield judge({ url: record['url'], title, addedAt: timeOfText(record['ts']) }, { ...file, line });
      }
    }
  },
};
