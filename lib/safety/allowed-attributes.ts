import { parseUrl } from '../article/parse-url.ts';

/** Gives the value to keep, or `undefined` to cut the attribute. */
type CheckValue = (value: string) => string | undefined;
type Checks = ReadonlyMap<string, CheckValue>;

/** Attributes any element may carry. */
const EVERYWHERE: Checks = new Map<string, CheckValue>([
  ['title', (value) => value],
  ['lang', matching(/^[a-z]{1,8}(?:-[a-z0-9]{1,8}){0,6}$/i)],
  ['dir', matching(/^(?:auto|rtl|ltr)$/)],
]);

const PIXELS = matching(/^[1-9]\d{0,4}$/);
/** HTML allows 1,000 columns and 65,534 rows; a cell that wide only serves to stall the layout. */
const SPAN = matching(/^(?:[1-9]\d?|100)$/);
const LIST_NUMBER = matching(/^-?\d{1,9}$/);
const TRUTH = matching(/^(?:true|false)$/);
const PRESENT: CheckValue = () => '';
/** The characters of dates, times, zones and durations in HTML, 2.3.5. */
const DATE_TIME = matching(/^[\dTPWZYMDHS:+\-., ]{1,40}$/i);

const BY_ELEMENT: ReadonlyMap<string, Checks> = new Map<string, Checks>([
  ['a', new Map([['href', linkAddress]])],
  [
    'img',
    new Map<string, CheckValue>([
      ['alt', (value) => value],
      ['width', PIXELS],
      ['height', PIXELS],
      ['data-picture', webAddress],
    ]),
  ],
  ['td', cellChecks()],
  ['th', new Map([...cellChecks(), ['scope', matching(/^(?:row|col|rowgroup|colgroup)$/)]])],
  ['col', new Map([['span', SPAN]])],
  ['colgroup', new Map([['span', SPAN]])],
  [
    'ol',
    new Map([
      ['start', LIST_NUMBER],
      ['reversed', PRESENT],
    ]),
  ],
  ['li', new Map([['value', LIST_NUMBER]])],
  ['time', new Map([['datetime', DATE_TIME]])],
  ['del', new Map([['datetime', DATE_TIME]])],
  ['ins', new Map([['datetime', DATE_TIME]])],
  ['details', new Map([['open', PRESENT]])],
  ['pre', new Map([['data-language', matching(/^[a-z0-9+#-]{1,30}$/i)]])],
  ['math', new Map([['display', matching(/^(?:block|inline)$/)]])],
  // Without it, a name of one letter is set in italics.
  ['mi', new Map([['mathvariant', matching(/^normal$/)]])],
  [
    'mo',
    new Map([
      ['form', matching(/^(?:prefix|infix|postfix)$/)],
      ...['stretchy', 'fence', 'separator', 'symmetric', 'largeop', 'movablelimits'].map(
        (name) => [name, TRUTH] as const,
      ),
    ]),
  ],
  ['mover', new Map([['accent', TRUTH]])],
  ['munder', new Map([['accentunder', TRUTH]])],
  [
    'munderover',
    new Map([
      ['accent', TRUTH],
      ['accentunder', TRUTH],
    ]),
  ],
  [
    'mtd',
    new Map([
      ['columnspan', SPAN],
      ['rowspan', SPAN],
    ]),
  ],
]);

/** Every attribute name some element may carry, for the first pass. */
export const ATTRIBUTE_NAMES: readonly string[] = [
  ...new Set([EVERYWHERE, ...BY_ELEMENT.values()].flatMap((checks) => [...checks.keys()])),
];

/**
 * Cuts every attribute of the element that is not in the tables or whose value fails its check, but for `id` and `name`,
 * which `dressLinks` reads and cuts. Changes the element.
 */
export function keepAllowedAttributes(element: Element): void {
  const checks = BY_ELEMENT.get(element.localName);
  for (const { name, value } of [...element.attributes]) {
    if (name === 'id' || name === 'name') continue;
    const kept = (checks?.get(name) ?? EVERYWHERE.get(name))?.(value);
    if (kept === undefined) element.removeAttribute(name);
    else if (kept !== value) element.setAttribute(name, kept);
  }
}

/** The absolute http or https address in normal form, or `undefined` if the value is anything else. */
export function webAddress(value: string): string | undefined {
  const url = parseUrl(value.trim());
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

function linkAddress(value: string): string | undefined {
  const trimmed = value.trim();
  if (/^#./.test(trimmed)) return trimmed;
  const url = parseUrl(trimmed);
  return url?.protocol === 'mailto:' ? url.href : webAddress(trimmed);
}

function cellChecks(): Checks {
  return new Map([
    ['colspan', SPAN],
    ['rowspan', SPAN],
  ]);
}

function matching(pattern: RegExp): CheckValue {
  return (value) => (pattern.test(value.trim()) ? value.trim() : undefined);
}
