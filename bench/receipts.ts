import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { JSDOM } from 'jsdom';
import type { CaptureOutcome } from '../lib/article/capture.ts';
import { openCaptureBrowser } from './support/capture-browser.ts';

// `npm run bench:receipts -- --pages DIR`: how often the receipt warns of a text that is whole. DIR/<id>/page.html is a page,
// expected.txt what a careful reader says is its article. Runs the built script in Chromium, the page's own scripts off.

const FAITHFUL = 0.9;
const folder = process.argv[process.argv.indexOf('--pages') + 1];
if (!process.argv.includes('--pages') || folder === undefined) throw new Error('Say where the pages are: --pages DIR');

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the expected words that were kept, each as often as it is expected. */
function recallOf(expected: string, kept: string): number {
  const counts = new Map<string, number>();
  for (const word of words(kept)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const wanted = words(expected);
  const found = wanted.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  });
  return wanted.length === 0 ? 1 : found.length / wanted.length;
}

const browser = await openCaptureBrowser(resolve(import.meta.dirname, '../.output/chrome-mv3/capture.js'));
const tally = { pages: 0, whole: 0, wholeWarned: 0, poor: 0, poorWarned: 0, refused: 0 };
try {
  for (const id of readdirSync(folder).sort()) {
    const [page, truth] = [join(folder, id, 'page.html'), join(folder, id, 'expected.txt')];
    if (!existsSync(page) || !existsSync(truth)) continue;
    const outcome: CaptureOutcome = await browser.capture(readFileSync(page, 'utf8'), `https://${id}.example/story`);
    tally.pages++;
    if (outcome.status !== 'captured') {
      tally.refused++;
      console.log(`refused  ${id}  ${outcome.why}`);
      continue;
    }
    const { html, warnings, receipt } = outcome.capture;
    const text = new JSDOM(html.replaceAll('<', ' <')).window.document.body.textContent ?? '';
    const recall = recallOf(readFileSync(truth, 'utf8'), text);
    const isWhole = recall >= FAITHFUL;
    tally[isWhole ? 'whole' : 'poor']++;
    if (warnings.length === 0) continue;
    tally[isWhole ? 'wholeWarned' : 'poorWarned']++;
    console.log(
      `${isWhole ? 'false' : 'right'}  ${id}  ${warnings}  left out ${receipt.leftOutWords}  recall ${recall.toFixed(2)}`,
    );
  }
} finally {
  await browser.close();
}
console.log(tally);
