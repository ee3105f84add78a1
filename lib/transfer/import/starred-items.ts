import { importRecords } from './json-records.ts';
import { decodeEntities, isRecord, listOf, textOf, timeOfNumber } from './values.ts';

/** Starred items as Google Reader wrote them, and FreshRSS, Inoreader and others still do. */
export const starredItems = importRecords({
  format: 'greader-starred-json',
  name: 'Feed reader',
  lacks: 'highlights',
  recordsOf: (json) => (isRecord(json) && Array.isArray(json['items']) ? json['items'] : undefined),
  isOne: (record) =>
    Array.isArray(record['alternate']) || Array.isArray(record['canonical']) || 'crawlTimeMsec' in record,
  draftOf: (record) => {
    const body = [record['content'], record['summary']].find((part) => isRecord(part) && textOf(part['content']));
    const html = isRecord(body) ? textOf(body['content']) : textOf(record['content']);
    const author = textOf(record['author'])?.trim();
    const siteName = isRecord(record['origin']) ? textOf(record['origin']['title'])?.trim() : undefined;
    const published = timeOfNumber(record['published']);
    return {
      url: hrefOf(record['canonical']) ?? hrefOf(record['alternate']),
      title: decodeEntities(textOf(record['title']) ?? ''),
      addedAt: timeOfNumber(record['timestampUsec']) ?? timeOfNumber(record['crawlTimeMsec']) ?? published,
      isFavourite: true,
      tags: listOf(record['categories']).flatMap((category) => {
        const label = /^user\/[^/]+\/label\/(.+)$/.exec(textOf(category) ?? '');
        return label?.[1] ? [label[1]] : [];
      }),
      ...(html && { text: { kind: 'article' as const, html } }),
      ...(author && { authors: [author] }),
      ...(siteName && { siteName: decodeEntities(siteName) }),
      ...(published !== undefined && { publishedAt: new Date(published).toISOString() }),
    };
  },
});

function hrefOf(links: unknown): string | undefined {
  const link = listOf(links).find((one) => isRecord(one) && typeof one['href'] === 'string');
  return isRecord(link) ? textOf(link['href']) : undefined;
}
