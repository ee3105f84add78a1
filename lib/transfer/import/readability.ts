import { importRecords } from './json-records.ts';
import { decodeEntities, isRecord, isYes, textOf, timeOfText } from './values.ts';

/** The export of Readability, the reading service that closed in 2016. */
export const readability = importRecords({
  format: 'readability-json',
  name: 'Readability',
  lacks: 'highlights and texts',
  recordsOf: (json) => (isRecord(json) && Array.isArray(json['bookmarks']) ? json['bookmarks'] : undefined),
  isOne: (record) => 'article__url' in record,
  draftOf: (record) => ({
    url: record['article__url'],
    title: decodeEntities(textOf(record['article__title']) ?? ''),
    addedAt: timeOfText(record['date_added']),
    isArchived: isYes(record['archive']),
    isFavourite: isYes(record['favorite']),
  }),
});
