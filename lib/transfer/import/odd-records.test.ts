import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FULL_EXPORTS } from '../../../tests/support/full-exports.ts';
import type { MergedItem } from './merge.ts';
import { type ReadImport, readImport } from './read-import.ts';
import { SAMPLES } from './samples/samples.ts';

const readJson = (value: unknown): Promise<ReadImport> =>
  readImport([{ path: 'export.json', blob: new Blob([JSON.stringify(value)]) }]);

/** What may stand anywhere in a document that another program wrote. */
const ODD: readonly unknown[] = [null, 7, -1, true, '', 'x', [], {}, [[]], [null, 'x', 7], { name: 7 }, undefined];

type Path = readonly (string | number)[];

function* pathsIn(value: unknown, at: Path = []): Iterable<Path> {
  if (at.length > 0) yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* pathsIn(inner, [...at, Array.isArray(value) ? Number(key) : key]);
}

function withOdd(value: unknown, [key, ...rest]: Path, odd: unknown): unknown {
  if (key === undefined) return odd;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) };
  (copy as Record<string | number, unknown>)[key] = withOdd(
    (value as Record<string | number, unknown>)[key],
    rest,
    odd,
  );
  return copy;
}

const inner = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], value);

/** The smallest part around a place that holds an address: what is outside of it must not suffer. */
function sufferersOf(value: unknown, path: Path, urls: readonly string[]): ReadonlySet<string> {
  for (let length = path.length; length >= 0; length--) {
    const text = JSON.stringify(inner(value, path.slice(0, length))) ?? '';
    const inside = urls.filter((url) => text.includes(`"${url}"`));
    if (inside.length > 0) return new Set(inside);
  }
  return new Set(urls);
}

function expectWellFormed(item: MergedItem): void {
  expect(item.url).toMatch(/^https?:/);
  const texts = [
    ...item.tags,
    ...item.lists.flat(),
    ...item.notes,
    ...item.highlights.map(({ quote }) => quote),
    ...(item.authors ?? []),
  ];
  for (const text of texts) expect(typeof text === 'string' && text.trim() !== '', JSON.stringify(item)).toBe(true);
  for (const text of [item.title, item.publishedAt, item.language, item.excerpt, item.siteName, item.text?.html]) {
    expect(['string', 'undefined'], JSON.stringify(item)).toContain(typeof text);
  }
  for (const time of [item.addedAt, ...item.highlights.map(({ createdAt }) => createdAt)]) {
    if (time !== undefined)
      expect(Number.isFinite(new Date(time).getTime()) && time > 0, JSON.stringify(item)).toBe(true);
  }
  if (item.progress !== undefined) expect(item.progress >= 0 && item.progress <= 1, JSON.stringify(item)).toBe(true);
}

const DOCUMENTS: readonly (readonly [string, unknown])[] = [
  ...FULL_EXPORTS.flatMap(({ name, content }) => (typeof content === 'string' ? [] : [[name, content] as const])),
  ...SAMPLES.flatMap(({ format, files }) => {
    const [[path, text]] = Object.entries(files) as [[string, string]];
    return Object.keys(files).length === 1 && path.endsWith('.json')
      ? [[format, JSON.parse(text) as unknown] as const]
      : [];
  }),
].filter(([name]) => name !== 'an address longer than any');

describe('a document with something odd anywhere in it', () => {
  it.each(DOCUMENTS)('loses no record beside the odd one, and makes no odd item: %s', async (_, document) => {
    const whole = await readJson(document);
    const urls = whole.items.map(({ url }) => url);
    for (const path of pathsIn(document)) {
      const sufferers = sufferersOf(document, path, urls);
      for (const odd of ODD) {
        const result = await readJson(withOdd(document, path, odd));
        for (const item of result.items) expectWellFormed(item);
        // What the document is known by may be what is gone: then it is told as a whole.
        if (result.format !== whole.format) continue;
        const left = new Set(result.items.map(({ url }) => url));
        const lost = urls.filter((url) => !sufferers.has(url) && !left.has(url));
        expect(lost, `${path.join('.')} = ${JSON.stringify(odd)}`).toEqual([]);
      }
    }
  });
});

describe('what is dropped', () => {
  it('is told where it can’t be opened', async () => {
    const gzip = await readImport([{ path: 'a.gz', blob: new Blob([Uint8Array.of(0x1f, 0x8b, 8, 0)]) }]);
    const none = await readImport([{ path: 'a.zip', blob: new Blob([zipSync({}) as Uint8Array<ArrayBuffer>]) }]);
    const blank = await readImport([{ path: 'a.txt', blob: new Blob([' \n']) }]);
    for (const { rejected } of [gzip, none, blank]) expect(rejected).toMatchObject([{ reason: 'unreadable-file' }]);
  });

  it('may be long: the page breathes between', async () => {
    let pauses = 0;
    const records = Array.from({ length: 1200 }, (_, n) => ({ url: `https://many.example/${n}` }));
    const blob = new Blob([JSON.stringify(records)]);
    const { items } = await readImport([{ path: 'many.json', blob }], async () => void pauses++);
    expect([items.length, pauses]).toEqual([1200, 2]);
  });
});
