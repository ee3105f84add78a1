import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { JSDOM } from 'jsdom';
import { capturePage } from '../lib/capture/capture-page.ts';
import { epub } from '../lib/transfer/export/epub.ts';
import type { ExportArticle } from '../lib/transfer/export/export-article.ts';
import { anExport, PNG, sanitise, tools } from '../tests/support/export-tools.ts';
import { ODD_ARTICLES } from '../tests/support/odd-articles.ts';

// `npm run check:epub -- [FOLDER]` writes books of the pages in a folder (each with a page.html), of each of the first 50
// alone and of all together, and has epubcheck read them. Needs Java and Debian's package epubcheck.

const CHECKER = '/usr/bin/epubcheck';
const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../tests/pages'));
const run = promisify(execFile);

async function articleOf(path: string, index: number): Promise<ExportArticle | undefined> {
  const html = await readFile(path, 'utf8');
  const url = `https://page${index}.example/story`;
  const outcome = capturePage(new JSDOM(html, { url }).window.document);
  if (outcome.status !== 'captured') return undefined;
  const { capture } = outcome;
  const pictures = capture.pictures.slice(0, 5).map(({ url: address }) => ({
    url: address,
    hash: 'a'.repeat(64),
    type: 'image/png' as const,
    bytes: async () => PNG,
  }));
  return anExport({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    url,
    title: capture.title,
    authors: capture.authors,
    siteName: capture.siteName,
    ...(capture.language !== undefined && { language: capture.language }),
    direction: capture.direction,
    html: sanitise(capture.html),
    pictures,
    note: index % 3 === 0 ? 'A note\nof <two> lines & more' : '',
    highlights:
      index % 4 === 0 ? [{ id: 'h', quote: 'Some words', colour: 'amber', note: 'why', createdAt: 1000 }] : [],
  });
}

async function check(name: string, articles: readonly ExportArticle[], into: string): Promise<boolean> {
  const [file] = await epub.write(articles, name, tools);
  const path = join(into, `${name}.epub`);
  await writeFile(path, file?.content ?? '');
  const { stdout, stderr } = await run('java', ['-jar', CHECKER, path], { maxBuffer: 64 * 1024 * 1024 }).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => /^(?:ERROR|WARNING|FATAL)/.test(line));
  const isGood = /No errors or warnings detected/.test(stdout);
  console.log(`${isGood ? 'ok    ' : 'failed'} ${name} (${articles.length})`);
  for (const line of lines.slice(0, 12)) console.log(`       ${line.replace(into, '')}`);
  return isGood && lines.length === 0;
}

if (!existsSync(CHECKER)) {
  console.error(`${CHECKER} is not here: apt-get install epubcheck`);
  process.exitCode = 2;
} else {
  const into = await mkdtemp(join(tmpdir(), 'lectern-epub-'));
  const pages = (await readdir(folder))
    .map((name) => join(folder, name, 'page.html'))
    .filter((path) => existsSync(path));
  const found = await Promise.all(pages.slice(0, 140).map(articleOf));
  const articles = [...ODD_ARTICLES, ...found.filter((article) => article !== undefined)];
  let areGood = await check('all-together', articles.slice(0, 100), into);
  for (const [index, article] of articles.slice(0, Number(process.argv[3] ?? 50)).entries()) {
    areGood = (await check(`alone-${index + 1}`, [article], into)) && areGood;
  }
  await rm(into, { recursive: true, force: true });
  if (!areGood) process.exitCode = 1;
}
