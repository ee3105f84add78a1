/** What of a text can be lost beside its words. All texts are plain: words in lower case, one space between them. */
export interface Parts {
  /** Everything, with a line break around each box. */
  readonly text: string;
  readonly headings: readonly string[];
  readonly code: readonly string[];
  readonly tables: readonly string[];
  readonly captions: readonly string[];
  /** File names, without their size and type. */
  readonly pictures: readonly string[];
  /** The one that the page shares of itself. */
  readonly sharedPicture: string;
}

const BOX =
  /^(address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|img|li|main|nav|ol|p|pre|section|select|option|button|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio)$/;
const UNREAD = /^(script|style|noscript|template|svg|iframe|object|head|title)$/;
const ELSEWHERE = 'nav, footer, aside, form, template, noscript';

/** Reads the parts of a page or of a captured text. Boxes of navigation hold none. */
export function partsOf(body: Element): Parts {
  const textsOf = (selector: string, shortest: number): readonly string[] => [
    ...new Set(
      [...body.querySelectorAll(selector)]
        .filter((element) => element.closest(ELSEWHERE) === null)
        .map((element) => plain(linesOf(element)))
        .filter((text) => text.length > shortest),
    ),
  ];
  return {
    text: linesOf(body),
    headings: textsOf('h2, h3, h4, h5', 3),
    code: textsOf('pre', 5),
    tables: textsOf('table:not(:has(table)):has(tr + tr)', 20),
    captions: textsOf('figure figcaption', 5),
    pictures: [...body.querySelectorAll('img, source')].flatMap(namesOfPicture),
    sharedPicture: stemOf(
      body.ownerDocument.querySelector('meta[property="og:image"], meta[name="og:image"]')?.getAttribute('content') ??
        '',
    ),
  };
}

export const plain = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  ).join(' ');

function linesOf(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === 3) text += (child.nodeValue ?? '').replace(/\s+/g, ' ');
    if (child.nodeType !== 1) continue;
    const name = child.nodeName.toLowerCase();
    if (UNREAD.test(name)) continue;
    const around = name === 'br' || BOX.test(name) ? '\n' : '';
    text += `${around}${linesOf(child)}${around}`;
  }
  return text;
}

function namesOfPicture(picture: Element): readonly string[] {
  const addresses = ['src', 'data-src', 'data-lazy-src', 'data-original', 'srcset', 'data-srcset']
    .map((name) => picture.getAttribute(name) ?? '')
    .join(' ')
    .split(/[\s,]+/);
  return addresses.filter((one) => one.includes('/') && !one.startsWith('data:')).map(stemOf);
}

function stemOf(address: string): string {
  const file = address.split(/[?#]/)[0]?.split('/').filter(Boolean).pop() ?? '';
  return file
    .replace(/\.(jpe?g|png|webp|gif|avif)$/i, '')
    .replace(/[-_](\d{2,4}x\d{2,4}|scaled|\d{3,4}w?)$/i, '')
    .toLowerCase();
}
