import { arrayOf, importRecords } from './json-records.ts';
import { decodeEntities, isRecord, listOf, splitTags, textOf, timeOfText } from './values.ts';

/** CSL JSON, as reference managers write it (citation-style-language/schema, csl-data.json). */
export const csl = importRecords({
  format: 'csl-json',
  name: 'CSL JSON',
  lacks: 'reading state, highlights and texts',
  recordsOf: arrayOf,
  isOne: (record) =>
    'type' in record && 'id' in record && ('URL' in record || 'accessed' in record || 'issued' in record),
  draftOf: (record) => {
    const accessed = readDate(record['accessed']);
    const publishedAt = readDate(record['issued']);
    const authors = listOf(record['author']).flatMap(readName);
    const excerpt = textOf(record['abstract'])?.trim();
    return {
      url: record['URL'],
      title: decodeEntities(textOf(record['title']) ?? ''),
      addedAt: timeOfText(accessed),
      tags: splitTags(textOf(record['keyword']), ','),
      notes: [textOf(record['note']) ?? ''],
      authors,
      ...(publishedAt !== undefined && { publishedAt }),
      ...(excerpt && { excerpt }),
    };
  },
});

/** One to three parts, as numbers or as text. */
function readDate(date: unknown): string | undefined {
  if (!isRecord(date)) return undefined;
  const [year, month, day] = listOf(listOf(date['date-parts'])[0]).map(Number);
  if (!year || !Number.isInteger(year)) return textOf(date['raw']);
  const two = (part: number | undefined) => String(part || 1).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function readName(name: unknown): readonly string[] {
  if (!isRecord(name)) return [];
  const whole = textOf(name['literal']) ?? `${textOf(name['given']) ?? ''} ${textOf(name['family']) ?? ''}`;
  return [whole];
}
