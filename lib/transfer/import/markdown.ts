import { parse } from 'yaml';
import type { Found, FoundHighlight } from './found.ts';
import { type Content, fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { writeHtmlOfMarkdown } from './markdown-html.ts';
import { isRecord, isYes, listOf, textOf, timeOfText } from './values.ts';

/** Notes with properties above the text, as Obsidian's Web Clipper and many others write them. */
export const markdown: Importer = {
  name: 'Markdown with properties',
  recognise: ({ text, path }) => {
    if (/^\ufeff?---[ \t]*\r?\n/.test(text)) return 'markdown-frontmatter';
    return /\.(?:md|markdown)$/i.test(path) && text.trim() !== '' ? 'markdown-frontmatter' : undefined;
  },
  read: function* (contents) {
    for (const content of contents) yield readNote(content, fileOf(content, contents));
  },
};

const FRONT = /^\ufeff?---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)([\s\S]*)$/;

function readNote({ text, path }: Content, file: { readonly file?: string }): Found {
  const match = FRONT.exec(text.replace(/\r\n?/g, '\n'));
  if (!match) return rejected('missing-url', file, text, 'It has no properties with an address.');
  const properties = readProperties(match[1] ?? '');
  if (properties === undefined) return rejected('malformed-record', file, match[1], 'Its properties can’t be read.');
  const { body, marked } = splitMarks((match[2] ?? '').trim());
  const heading = /^#\s+(.+)$/m.exec(body)?.[1];
  const name = path
    .split('/')
    .at(-1)
    ?.replace(/\.(?:md|markdown)$/i, '');
  const title = valueText(properties['title']) || heading || name;
  const authors = valueTexts(properties['author']).map((author) => author.replace(/^\[\[(.*)\]\]$/, '$1'));
  const publishedAt = valueText(properties['published']);
  const excerpt = valueText(properties['description']);
  return judge(
    {
      url: properties['source'] ?? properties['url'] ?? properties['link'],
      title,
      addedAt: timeOfText(valueText(properties['created']) || valueText(properties['saved'])),
      isArchived: isYes(properties['archived']),
      isFavourite: isYes(properties['favorite'] ?? properties['favourite']),
      tags: readTags(properties['tags']),
      lists: valueTexts(properties['lists']).map((list) => [list]),
      notes: [valueText(properties['note'])],
      highlights: [...marked, ...readHighlights(body)],
      ...(body !== '' && { text: { kind: 'article' as const, html: writeHtmlOfMarkdown(body) } }),
      authors,
      ...(publishedAt !== '' && { publishedAt }),
      ...(excerpt !== '' && { excerpt }),
    },
    file,
  );
}

/** YAML with its core types alone: no tag of it makes anything but data. `undefined` if it can't be read. */
function readProperties(source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = parse(source, {
      schema: 'failsafe',
      maxAliasCount: 50,
      logLevel: 'error',
      uniqueKeys: false,
    });
    return isRecord(value) ? value : source.trim() === '' ? {} : undefined;
  } catch {
    return readLoosely(source);
  }
}

/** Obsidian's clipper does not escape backslashes, so its YAML may be broken: then each line is read by itself. */
function readLoosely(source: string): Readonly<Record<string, unknown>> | undefined {
  const properties: Record<string, unknown> = {};
  let list: string[] | undefined;
  for (const line of source.split('\n').filter((one) => one.trim() !== '')) {
    const item = /^\s+-\s+(.*)$/.exec(line);
    const pair = /^([\w-]+):\s*(.*)$/.exec(line);
    if (item && list) {
      list.push(unquote(item[1] ?? '') ?? '');
    } else if (pair?.[1]) {
      const value = unquote(pair[2] ?? '');
      if (value === undefined) return undefined;
      list = value === '' ? [] : undefined;
      properties[pair[1]] = list ?? value;
    } else {
      return undefined;
    }
  }
  return properties;
}

function unquote(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^["']/.test(trimmed)) return trimmed;
  const quote = trimmed.charAt(0);
  if (trimmed.length < 2 || !trimmed.endsWith(quote)) return undefined;
  return trimmed.slice(1, -1).replaceAll(`\\${quote}`, quote);
}

const valueText = (value: unknown): string => (textOf(value) ?? '').trim();

const valueTexts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? listOf(value) : [value]).map(valueText).filter((text) => text !== '');

/** A list, or words with commas or spaces between. */
function readTags(value: unknown): readonly string[] {
  const tags = Array.isArray(value) ? valueTexts(value) : valueText(value).split(/[,\s]+/);
  return tags.map((tag) => tag.replace(/^#/, ''));
}

const readHighlights = (body: string): readonly FoundHighlight[] =>
  [...body.matchAll(/==(?=\S)([^=\n]+?)(?<=\S)==/g)].map(([, quote]) => ({ quote: quote ?? '' }));

/** The marks at the end of what Lectern wrote: quotations with their notes. Taken out of the text, which they are not part of. */
function splitMarks(body: string): { readonly body: string; readonly marked: readonly FoundHighlight[] } {
  const at = body.lastIndexOf('## Highlights\n\n> ');
  if (at === -1 || (at > 0 && !body.slice(0, at).endsWith('\n\n'))) return { body, marked: [] };
  const parts = body.slice(at + '## Highlights'.length).split(/\n\n(?=> )/);
  const marked = parts.slice(1).map((part) => {
    const [quote = '', ...notes] = part.trim().split('\n\n');
    const note = notes.join('\n\n').replace(/^\\>/gm, '>');
    return { quote: quote.replace(/^> ?/gm, ''), ...(note !== '' && { note }) };
  });
  return { body: body.slice(0, at).trim(), marked };
}
