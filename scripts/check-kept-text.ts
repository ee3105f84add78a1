import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BenchPage, readPages } from '../bench/extract/read-pages.ts';
import { openCaptureBrowser } from '../bench/support/capture-browser.ts';
import { bundleDoor } from './hostile/bundle-door.ts';

// `npm run check:kept-text -- FOLDER [COUNT]` captures the pages of a folder (each with a page.html) and those of the demo site in
// Chromium, sends what was captured through the sanitiser, and fails if a letter of any text is lost on the way.

const root = join(import.meta.dirname, '..');
const [folder, count = '300'] = process.argv.slice(2);

async function demoPages(): Promise<readonly BenchPage[]> {
  const site = join(root, 'tests/site/pages');
  const names = readdirSync(site).filter((name) => name.endsWith('.html'));
  return Promise.all(
    names.map(async (name) => ({
      id: name,
      url: `https://demo.example/${name}`,
      html: await readFile(join(site, name)),
    })),
  );
}

/** Serialised into a page: it may use nothing from this module. */
function compare(html: string): { readonly before: string; readonly after: readonly string[] } {
  const { lecternDoor, lecternOldDoor } = window as unknown as Record<string, (html: string) => string>;
  const lettersOf = (text: string): string => {
    const { body } = new DOMParser().parseFromString(text, 'text/html');
    // Never shown, or the source of a formula, of which the formula itself is kept.
    for (const unseen of body.querySelectorAll(
      'script, style, template, noscript, annotation, annotation-xml, svg :is(metadata, title, desc)',
    ))
      unseen.remove();
    return (body.textContent ?? '').replace(/\s+/g, '');
  };
  return { before: lettersOf(html), after: [lecternDoor, lecternOldDoor].map((door) => lettersOf(door?.(html) ?? '')) };
}

const script = join(root, '.output/chrome-mv3/capture.js');
if (!existsSync(script)) {
  console.error('There is no build to check: npm run build makes it.');
  process.exit(2);
}
const pages = [...(await demoPages()), ...(folder === undefined ? [] : [...readPages(folder)].slice(0, Number(count)))];
const browser = await openCaptureBrowser(script);
await browser.addScript(await bundleDoor());
let [captured, letters, harmed] = [0, 0, 0];
for (const page of pages) {
  const outcome = await browser.capture(page.html.toString('utf8'), page.url).catch((error: unknown) => String(error));
  if (typeof outcome === 'string' || outcome.status !== 'captured') {
    console.log(`${page.id}: nothing captured${typeof outcome === 'string' ? ` (${outcome})` : ''}`);
    continue;
  }
  const { before, after } = await browser.evaluate(compare, outcome.capture.html);
  captured += 1;
  letters += before.length;
  if (after.every((text) => text === before)) continue;
  harmed += 1;
  const lost = after.map((text) => before.length - text.length).join(' and ');
  const at = [...before].findIndex((letter, index) => letter !== [...(after[0] ?? '')][index]);
  console.log(`${page.id}: ${lost} letters fewer, first at “${before.slice(Math.max(0, at - 20), at + 40)}”`);
}
await browser.close();
console.log(
  `${pages.length} pages, ${captured} captured with ${letters} letters; ${harmed} lost text at the sanitiser.`,
);
if (harmed > 0 || captured === 0) process.exitCode = 1;
