import { arrayOf, importRecords } from './json-records.ts';
import { readMarks } from './marks.ts';
import { decodeEntities, isYes, listOf, textOf, timeOfNumber } from './values.ts';

/** In GoodLinks read means archived. */
export const goodlinks = importRecords({
  format: 'goodlinks-json',
  name: 'GoodLinks',
  lacks: 'texts',
  recordsOf: arrayOf,
  isOne: (record) => 'url' in record && 'addedAt' in record && 'starred' in record,
  draftOf: (record) => ({
    url: record['url'],
    title: decodeEntities(textOf(record['title']) ?? ''),
    addedAt: timeOfNumber(record['addedAt']),
    isArchived: timeOfNumber(record['readAt']) !== undefined,
    isFavourite: isYes(record['starred']),
    highlights: readMarks(record['highlights']),
    tags: listOf(record['tags']).filter((tag) => typeof tag === 'string'),
  }),
});
