import type { FoundHighlight } from './found.ts';
import type { Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { decodeEntities, isRecord, listOf, textOf, timeOfText } from './values.ts';

/**
 * Omnivore's zip, with the texts and highlights that other importers leave in it.
 * Source: omnivore-app/omnivore, packages/api/src/jobs/export.ts and utils/parser.ts (November 2026).
 */
export const omnivore: Importer = {
  name: 'Omnivore',
  companions: /(?:^|\/)(?:content\/[^/]+\.(?:html?|pdf)|highlights\/[^/]+\.md)$/i,
  recognise: ({ json }) =>
    Array.isArray(json) &&
    json.some((record) => isRecord(record) && 'slug' in record && 'savedAt' in record && 'state' in record)
      ? 'omnivore-zip'
      : undefined,
  read: async function* (contents, companions) {
    const ordered = contents.toSorted((a, b) => firstNumber(a.path) - firstNumber(b.path));
    for (const { path: file, json } of ordered) {
      for (const [index, record] of listOf(json).entries()) {
        const place = { file, index };
        if (!isRecord(record)) {
          yield rejected('malformed-record', place);
          continue;
        }
        const slug = textOf(record['slug']);
        const html = slug && (await companions.textOf(`/content/${slug}.html`));
        const pdf = slug && companions.paths.find((path) => `/${path}`.endsWith(`/content/${slug}.pdf`));
        const marks = slug && (await companions.textOf(`/highlights/${slug}.md`));
        yield judge(
          {
            ...draftOf(record),
            ...(marks && readHighlights(marks)),
            ...(html && { text: { kind: 'article' as const, html } }),
            ...(pdf && { attachment: `content/${slug}.pdf` }),
          },
          place,
        );
      }
    }
  },
};

const firstNumber = (path: string): number => Number(/metadata_(\d+)/.exec(path)?.[1] ?? 0);

function draftOf(record: Readonly<Record<string, unknown>>) {
  const title = textOf(record['title']);
  const author = textOf(record['author'])?.trim();
  const publishedAt = textOf(record['publishedAt']);
  const excerpt = textOf(record['description'])?.trim();
  const read = record['readingProgress'];
  const progress = typeof read === 'number' && read > 0 && read <= 100 ? read / 100 : undefined;
  return {
    url: record['url'],
    title: title && decodeEntities(title),
    addedAt: timeOfText(record['savedAt']),
    isArchived: record['state'] === 'Archived',
    tags: listOf(record['labels']).filter((label) => typeof label === 'string'),
    ...(author && { authors: [author] }),
    ...(publishedAt && { publishedAt }),
    ...(excerpt && { excerpt: decodeEntities(excerpt) }),
    ...(progress !== undefined && { progress }),
  };
}

/**
 * Blocks with blank lines between: `> quotation`, then `#label #label`, then paragraphs of its note. A blank line inside
 * a quotation is a line `> `, and the line after it has no mark. Paragraphs before the first quotation are the note of
 * the page; after one, they can't be told from the note of that quotation.
 */
function readHighlights(markdown: string): {
  readonly notes: readonly string[];
  readonly highlights: readonly FoundHighlight[];
} {
  const notes: string[] = [];
  const highlights: { quote: string; note?: string; tags?: string[] }[] = [];
  const blocks = markdown.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  for (const block of blocks.map((text) => text.replace(/^\n+|\s+$/g, '')).filter((text) => text !== '')) {
    const last = highlights.at(-1);
    if (/^>(?: |$)/.test(block)) {
      highlights.push({
        quote: block
          .replace(/^> ?/, '')
          .replace(/\n> ?\n/g, '\n\n')
          .replace(/\n> /g, '\n'),
      });
    } else if (!last) {
      notes.push(block);
    } else if (last.note === undefined && last.tags === undefined && /^#\S/.test(block) && !/\s[^#\s]/.test(block)) {
      last.tags = block.split(/\s+(?=#)/).map((label) => label.slice(1));
    } else {
      last.note = last.note === undefined ? block : `${last.note}\n\n${block}`;
    }
  }
  return { notes: notes.length > 0 ? [notes.join('\n\n')] : [], highlights };
}
