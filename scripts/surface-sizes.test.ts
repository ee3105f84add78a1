import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureSurface } from './surface-sizes.ts';

const FILES: Readonly<Record<string, string>> = {
  'popup.html':
    '<link rel="stylesheet" crossorigin href="/assets/popup.css"><script type="module" crossorigin src="/chunks/popup.js"></script>',
  'assets/popup.css': '@font-face{src:url(/assets/text.woff2)}a{background:url(data:image/png;base64,AA)}',
  'assets/text.woff2': 'x'.repeat(5000),
  'chunks/popup.js': 'import{a as e}from"./shared.js";import"./side.js";e(()=>import("./later.js"))',
  'chunks/shared.js': 'export{b}from"./deep.js"',
  'chunks/side.js': 'import"./shared.js"',
  'chunks/deep.js': 'var b=1;export{b}',
  'chunks/later.js': 'x'.repeat(9000),
};

describe('the size of a surface', () => {
  let build = '';
  beforeAll(async () => {
    build = await mkdtemp(join(tmpdir(), 'lectern-size-'));
    for (const [path, text] of Object.entries(FILES)) {
      await mkdir(dirname(join(build, path)), { recursive: true });
      await writeFile(join(build, path), text);
    }
  });
  afterAll(() => rm(build, { recursive: true, force: true }));

  it('counts each file it loads statically once, and none it loads later', () => {
    const { files } = measureSurface(build, { name: 'popup', root: 'popup.html' });
    const loaded = Object.keys(FILES).filter((path) => !/later|woff2/.test(path));
    expect(files.toSorted()).toEqual(loaded.toSorted());
  });

  it('adds up raw and compressed bytes, fonts apart', () => {
    const size = measureSurface(build, { name: 'popup', root: 'popup.html' });
    const texts = size.files.map((file) => FILES[file] ?? '');
    expect(size.rawBytes).toBe(texts.join('').length);
    expect(size.gzipBytes).toBe(texts.reduce((total, text) => total + gzipSync(text).byteLength, 0));
    expect(size.assetBytes).toBe(5000);
  });

  it('is over its budget by one byte, and not at it', () => {
    const surface = { name: 'popup', root: 'popup.html' };
    const { gzipBytes } = measureSurface(build, surface);
    expect(measureSurface(build, { ...surface, budgetBytes: gzipBytes }).isOver).toBe(false);
    expect(measureSurface(build, { ...surface, budgetBytes: gzipBytes - 1 }).isOver).toBe(true);
  });

  it('fails on a file that is not there', () => {
    expect(() => measureSurface(build, { name: 'reader', root: 'reader.html' })).toThrow('reader.html');
  });
});
