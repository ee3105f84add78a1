import { arrayOf, importRecords } from './json-records.ts';
import { isYes, textOf, timeOfNumber } from './values.ts';

/** What `chrome.readingList.query({})` gives, written to a file. */
export const chromeReadingList = importRecords({
  format: 'chrome-reading-list',
  name: 'Chrome reading list',
  lacks: 'tags, highlights and texts',
  recordsOf: arrayOf,
  isOne: (record) => 'hasBeenRead' in record && 'url' in record,
  draftOf: (record) => ({
    url: record['url'],
    title: textOf(record['title']),
    addedAt: timeOfNumber(record['creationTime']),
    isArchived: isYes(record['hasBeenRead']),
  }),
});
