import type { Draft } from './found.ts';
import { importRecords, type Json } from './json-records.ts';
import { isRecord, listOf, textOf, timeOfText } from './values.ts';

/** W3C Web Annotations (w3.org/TR/annotation-model), a collection, a page or a list: highlights, and notes on pages. */
export const webAnnotations = importRecords({
  format: 'web-annotations',
  name: 'Web Annotations',
  lacks: 'reading state and texts',
  recordsOf: (json) => {
    if (Array.isArray(json)) return json;
    if (!isRecord(json)) return undefined;
    const { first } = json;
    if (isRecord(first)) return listOf(first['items']);
    return Array.isArray(json['items']) ? json['items'] : json['type'] === 'Annotation' ? [json] : undefined;
  },
  isOne: (record) => record['type'] === 'Annotation' && 'target' in record,
  draftOf: (record): Draft => {
    const target = Array.isArray(record['target']) ? listOf(record['target'])[0] : record['target'];
    const createdAt = timeOfText(record['created']);
    const note = listOf(Array.isArray(record['body']) ? record['body'] : [record['body']])
      .flatMap((body) => (isRecord(body) ? (textOf(body['value']) ?? []) : (textOf(body) ?? [])))
      .join('\n\n');
    const quote = isRecord(target) ? quoteOf(target) : undefined;
    const url = isRecord(target) ? (target['source'] ?? target['id']) : target;
    if (quote === undefined) return { url, addedAt: createdAt, notes: [note] };
    const mark = { ...quote, ...(note !== '' && { note }), ...(createdAt !== undefined && { createdAt }) };
    return { url, addedAt: createdAt, highlights: [mark] };
  },
});

function quoteOf(target: Json) {
  const selectors = Array.isArray(target['selector']) ? listOf(target['selector']) : [target['selector']];
  const found = selectors.find((one): one is Json => isRecord(one) && one['type'] === 'TextQuoteSelector');
  const quote = textOf(found?.['exact']);
  if (!found || quote === undefined) return undefined;
  return { quote, prefix: textOf(found['prefix']) ?? '', suffix: textOf(found['suffix']) ?? '' };
}
