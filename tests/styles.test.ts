import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const COMPONENTS = join(import.meta.dirname, '../components');

/** A combinator of siblings whose last part says neither element, class nor attribute: it may stand for anything. */
const ENDS_IN_ANYTHING = /[~+]\s*(?::(?!is\()[^\s,{>~+]*|\*[^\s,{>~+]*)\s*$/;
/** What stands for the whole page, asked for what is in it. */
const ASKS_THE_PAGE = /(?<![\w-])(?:html|body|#app|\.library|\.page|\.popup):has\(/;

const selectorsOf = (css: string): string[] =>
  [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) =>
    list.trim().startsWith('@') ? [] : list.split(/,(?![^(]*\))/).map((one) => one.trim()),
  );

test.each([
  ['.facts > :not(:empty) ~ :not(:empty)::before', true],
  ['.settings h2 + *', true],
  ['.facts > :not(:empty) ~ :is(span, time):not(:empty)::before', false],
  ['.a + .b', false],
])('%s: ends in anything: %s', (selector, isSo) => {
  expect(ENDS_IN_ANYTHING.test(selector)).toBe(isSo);
});

test('no style has the whole page styled anew as elements come and go', async () => {
  const files = (await readdir(COMPONENTS, { recursive: true })).filter((name) => name.endsWith('.css'));
  const selectors = await Promise.all(
    files.map(async (name) =>
      selectorsOf(await readFile(join(COMPONENTS, name), 'utf8')).map((selector) => `${name}: ${selector}`),
    ),
  );
  const all = selectors.flat();

  expect(all.length).toBeGreaterThan(500);
  expect(all.filter((selector) => ENDS_IN_ANYTHING.test(selector) || ASKS_THE_PAGE.test(selector))).toEqual([]);
});
