import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of a benchmark folder: `<id>/page.html`, with its address in `<id>/meta.json`. */
export interface BenchPage {
  readonly id: string;
  readonly url: string;
  readonly html: Buffer;
  /** What a careful reader says is the article, from `expected.txt`; absent where nobody said. */
  readonly expected?: string;
}

/** Reads the pages of a folder one at a time, in the order of their names. Folders without a page are passed over. */
export function* readPages(folder: string): Generator<BenchPage> {
  for (const id of readdirSync(folder).sort()) {
    const file = (name: string): string => join(folder, id, name);
    if (!existsSync(file('page.html'))) continue;
    const expected = existsSync(file('expected.txt')) ? readFileSync(file('expected.txt'), 'utf8') : undefined;
    yield {
      id,
      url: addressIn(file('meta.json')) ?? `https://bench.example/${encodeURIComponent(id)}/`,
      html: readFileSync(file('page.html')),
      ...(expected === undefined ? {} : { expected }),
    };
  }
}

function addressIn(metaFile: string): string | undefined {
  if (!existsSync(metaFile)) return undefined;
  const meta: unknown = JSON.parse(readFileSync(metaFile, 'utf8'));
  const url = typeof meta === 'object' && meta !== null && 'url' in meta ? meta.url : undefined;
  return typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url) ? url : undefined;
}
