import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { capturePage } from '../lib/capture/capture-page.ts';
import { mangle, someDamage } from './support/mangle.ts';

/** Each run breaks one page of the demo site. `npm run check:mangled` has more of them, from another seed each time. */
const RUNS = Number(process.env['MANGLED_RUNS'] ?? 40);
const SEED = Number(process.env['MANGLED_SEED'] ?? 20_261_125);
/** Milliseconds of processor time, which other work on the machine leaves as it is; jsdom takes several times as long as a browser. */
const LONGEST = 5000;

const SLUGS = ['cloud-capacity', 'footnotes', 'code-blocks', 'data-table', 'lazy-pictures', 'title-twice', 'japanese'];
const pages = SLUGS.map((slug) => readFileSync(new URL(`site/pages/${slug}.html`, import.meta.url), 'utf8'));

describe('a mangled page of the demo site', () => {
  it('never throws, never takes over 5 s, and never comes out empty', () => {
    const property = fc.property(fc.constantFrom(...pages), someDamage, (html, damages) => {
      const { document } = new JSDOM(mangle(html, damages), { url: 'https://orbit.example/story' }).window;
      const shown = shownText(document);
      const start = process.cpuUsage();
      const outcome = capturePage(document);
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(LONGEST);
      if (outcome.status === 'captured') expect(outcome.capture.html).not.toBe('');
      // What stands in a comment that was never closed is not in the page any more.
      else expect(shown.length, outcome.why).toBeLessThan(500);
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
  }, 600_000);
});

/** What stands in paragraphs that are not hidden, as the whole page is where the damage hit its first tag. */
function shownText(document: Document): string {
  const shown = [...document.querySelectorAll('p')].filter(
    (paragraph) => paragraph.closest('[hidden], noscript, template') === null,
  );
  return shown.map(({ textContent }) => textContent?.trim() ?? '').join('');
}
