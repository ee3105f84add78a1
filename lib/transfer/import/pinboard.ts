import { arrayOf, importRecords } from './json-records.ts';
import { decodeEntities, isYes, splitTags, textOf, timeOfText } from './values.ts';

/** Pinboard calls the title `description` and the note `extended`. */
export const pinboard = importRecords({
  format: 'pinboard-json',
  name: 'Pinboard',
  lacks: 'highlights and texts',
  recordsOf: arrayOf,
  isOne: (record) => 'href' in record && ('extended' in record || 'toread' in record),
  draftOf: (record) => ({
    url: record['href'],
    title: decodeEntities(textOf(record['description']) ?? ''),
    addedAt: timeOfText(record['time']),
    tags: splitTags(textOf(record['tags']), /\s+/),
    notes: [textOf(record['extended']) ?? ''],
    ...(isYes(record['toread']) && { isToRead: true }),
  }),
});
