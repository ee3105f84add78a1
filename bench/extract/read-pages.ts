import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of a benchmark folder: `<id>/page.html`, with its address in `<id>/meta.json`. */
export interface BenchPage {
  readonly id: string;
  readonly url: string;
  readonly html: Buffer;
  /** What a careful reader says is the article, from `expected.txt`; absent where nobody said. */
  readonly expected?: string;
  // What the page calls itself, from `meta.json`; the day as in 2026-11-26.
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
}

/** Reads the pages of a folder one at a time, in the order of their names. Folders without a page are passed over. */
export function* readPages(folder: string): Generator<BenchPage> {
  for (const id of readdirSync(folder).sort()) {
    const file = (name: string): string => join(folder, id, name);
    if (!existsSync(file('page.html'))) continue;
    const expected = existsSync(file('expected.txt')) ? readFileSync(file('expected.txt'), 'utf8') : undefined;
    const meta = readMeta(file('meta.json'));
    const url = textIn(meta, 'url');
    const date = /^\d{4}-\d{2}-\d{2}/.exec(textIn(meta, 'date') ?? '')?.[0];
    yield {
      id,
      url: url !== undefined && isWebAddress(url) ? url : `https://bench.example/${encodeURIComponent(id)}/`,
      html: readFileSync(file('page.html')),
      ...optional('expected', expected),
      ...optional('title', textIn(meta, 'title')),
      ...optional('author', textIn(meta, 'author')),
      ...optional('date', date),
    };
  }
}

function readMeta(file: string): ReadonlyMap<string, unknown> {
  const meta: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return new Map(typeof meta === 'object' && meta !== null ? Object.entries(meta) : []);
}

function textIn(meta: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const text = meta.get(name);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

const isWebAddress = (url: string): boolean => /^https?:\/\//.test(url) && URL.canParse(url);

function optional<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: string });
}
