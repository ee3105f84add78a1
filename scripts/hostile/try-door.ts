import type { Page } from 'puppeteer-core';
import { launchChromium } from '../../tests/support/chromium.ts';
import { bundleDoor } from './bundle-door.ts';
import { HOST, inTime } from './hostile-browser.ts';
import type { HostileSite } from './hostile-site.ts';
import type { Snippet } from './read-snippets.ts';
import type { Tally } from './run-snippets.ts';

/** Snippets that one call into the page looks at. */
const AT_ONCE = 100;

/**
 * Sends snippets through the sanitiser alone, into a page of Chromium without any policy: no second wall stands behind it.
 * Of each it looks at the elements and attributes that came through and at what they did; then the same without the
 * browser's own sanitiser.
 */
export async function tryDoor(
  name: string,
  extensionDir: string,
  site: HostileSite,
  snippets: Iterable<Snippet>,
  print: (line: string) => void,
): Promise<Tally> {
  const tally: Tally = { name, examined: 0, notKept: 0, failed: 0, ran: 0, requests: 0, escapes: 0 };
  const script = await bundleDoor();
  const chromium = await launchChromium({ sitePort: site.port, isShut: true, extensionDir });
  const asked: string[] = [];
  const open = async (): Promise<Page> => {
    const page = await chromium.open(`http://${HOST}/`);
    await page.evaluate(script);
    await page.evaluate(laySentinels);
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    return page;
  };
  try {
    let page = await open();
    const [proof] = await page.evaluate(lookThrough, [{ id: 'proof', html: '<img src="/proof.png" onerror=x>' }], true);
    if (!proof || asked.length === 0) throw new Error('Planted harm was not noticed by the examination of the door.');
    asked.length = 0;
    for (const batch of batchesOf(snippets)) {
      const found = await inTime('A hundred snippets', page.evaluate(lookThrough, batch, false), 60_000).catch(
        async (error: unknown) => {
          print(`${name}: one of ${batch[0]?.id} to ${batch.at(-1)?.id} could not be examined: ${error}`);
          tally.failed += 1;
          await page.close().catch(() => undefined);
          page = await open();
          return [];
        },
      );
      for (const { id, kind, what } of found) {
        tally[kind] += 1;
        print(`${name}: ${id} ${kind}: ${what}`);
      }
      for (const url of asked.splice(0)) {
        tally.requests += 1;
        print(`${name}: one of ${batch[0]?.id} to ${batch.at(-1)?.id} asked for ${url.slice(0, 200)}`);
      }
      tally.examined += batch.length;
      if (tally.examined % 20_000 === 0) print(`${name}: ${tally.examined}`);
    }
  } finally {
    await chromium.close();
  }
  return tally;
}

function* batchesOf(snippets: Iterable<Snippet>): Generator<readonly Snippet[]> {
  let batch: Snippet[] = [];
  for (const snippet of snippets) {
    batch.push(snippet);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface Found {
  readonly id: string;
  readonly kind: 'ran' | 'requests' | 'escapes';
  readonly what: string;
}

/** Serialised into the page. */
function laySentinels(): void {
  const page = window as unknown as { ran: string[] };
  page.ran = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval', 'fetch'] as const) {
    Object.defineProperty(window, name, { value: () => void page.ran.push(name), configurable: true });
  }
}

/**
 * Serialised into the page: it may use nothing from this module. The lists are written out here once more, and are not
 * those of the sanitiser. `isOpen` leaves the door out, to prove that harm is noticed.
 */
async function lookThrough(snippets: readonly Snippet[], isOpen: boolean): Promise<readonly Found[]> {
  type Door = (html: string) => string;
  const page = window as unknown as { lecternDoor: Door; lecternOldDoor: Door; ran: string[] };
  const doors: readonly Door[] = isOpen ? [(html) => html] : [page.lecternOldDoor, page.lecternDoor];
  const ELEMENTS = new Set(
    (
      'p h1 h2 h3 h4 h5 h6 blockquote pre code ul ol li dl dt dd table caption thead tbody tfoot tr th td colgroup col figure ' +
      'figcaption img a em strong b i u s del ins sub sup small mark q cite abbr kbd samp var time br hr details summary ruby rt rp ' +
      'bdi bdo div span section math mi mn mo mrow msup msub msubsup mfrac msqrt mroot mtext mspace munder mover munderover ' +
      'mtable mtr mtd ms menclose mpadded mphantom mstyle merror mmultiscripts mprescripts semantics'
    ).split(' '),
  );
  const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
    title: /^/,
    alt: /^/,
    lang: /^[\w-]+$/,
    dir: /^(?:auto|rtl|ltr)$/,
    href: /^(?:https?:\/\/|mailto:|#ref-\d+$)/,
    rel: /^noopener noreferrer nofollow$/,
    referrerpolicy: /^no-referrer$/,
    target: /^_blank$/,
    id: /^ref-\d+$/,
    'data-picture': /^https?:\/\//,
    'data-language': /^[\w+#-]+$/,
    width: /^\d+$/,
    height: /^\d+$/,
    colspan: /^\d+$/,
    rowspan: /^\d+$/,
    span: /^\d+$/,
    scope: /^(?:row|col|rowgroup|colgroup)$/,
    start: /^-?\d+$/,
    value: /^-?\d+$/,
    reversed: /^$/,
    open: /^$/,
    datetime: /^[\w:+\-., ]+$/,
    display: /^(?:block|inline)$/,
  };
  const differenceOf = (one: string, other: string): string => {
    const at = [...one].findIndex((letter, index) => letter !== other[index]);
    const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 30), at + 30));
    return `${around(one)} for ${around(other)}`;
  };
  const found: Found[] = [];
  const tell = (id: string, kind: Found['kind'], what: string): void => void found.push({ id, kind, what });
  const boxes = document.createElement('div');
  document.body.replaceChildren(boxes);
  for (const [door, { id, html }] of doors.flatMap((each) => snippets.map((snippet) => [each, snippet] as const))) {
    let text = '';
    try {
      text = door(html);
    } catch (error) {
      tell(id, 'ran', `the door threw ${error}`);
      continue;
    }
    const box = document.createElement('div');
    boxes.append(box);
    box.innerHTML = text;
    for (const element of box.querySelectorAll('*')) {
      const isKnown = ELEMENTS.has(element.localName) && !/svg/.test(element.namespaceURI ?? '');
      if (!isKnown) tell(id, 'ran', `${element.localName} came through: ${element.outerHTML.slice(0, 120)}`);
      for (const { name, value } of element.attributes) {
        if (!ATTRIBUTES[name]?.test(value)) tell(id, 'ran', `${name} came through: ${element.outerHTML.slice(0, 120)}`);
      }
    }
    // The parser swallows one line break at the start of `pre`, and the serialiser does not restore it.
    for (const { firstChild } of box.querySelectorAll('pre'))
      if (firstChild instanceof Text && firstChild.data.startsWith('\n')) firstChild.data = `\n${firstChild.data}`;
    if (box.innerHTML !== text && !isOpen)
      tell(id, 'ran', `a browser reads something else than what was let through: ${differenceOf(box.innerHTML, text)}`);
  }
  // What loads or runs needs a turn; the elements are in the page until then.
  await new Promise((resume) => setTimeout(resume, 10));
  for (const name of page.ran.splice(0)) tell('one of these', 'ran', `${name}()`);
  if (window.frames.length > 0) tell('one of these', 'escapes', 'a frame');
  return found;
}
