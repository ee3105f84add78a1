import { parseAddress } from './addresses.ts';
import { isProse } from './blocks.ts';
import { type RunStep, runEach } from './steps.ts';

/** From this width on a picture can open an article; narrower ones are portraits and logos. */
const LEAD_WIDTH = 300;
const NAMED_ELSEWHERE = '[class*="related" i], [class*="author" i], [class*="avatar" i], [class*="logo" i]';

interface OpeningPicture {
  readonly id: string;
  readonly why: string;
  readonly find: (page: OpeningPage) => Element | undefined;
}

interface OpeningPage {
  readonly sharedUrl: string | undefined;
  /** All that stand in no margin. */
  readonly pictures: readonly HTMLImageElement[];
  /** Those before the first sentence. */
  readonly opening: readonly HTMLImageElement[];
  readonly heading: Element | null;
}

/** Where the picture that opens an article is looked for, best first. */
export const OPENING_PICTURES: readonly OpeningPicture[] = [
  {
    id: 'shared-picture-above-text',
    why: 'Many pages set the picture that they share of themselves above the text, in a box that is no part of it.',
    find: ({ opening, sharedUrl }) => opening.find((image) => isSamePicture(image.src, sharedUrl)),
  },
  {
    id: 'shared-picture-anywhere',
    why: 'What the page shares of itself is its picture wherever it stands.',
    find: ({ pictures, sharedUrl }) => pictures.find((image) => isSamePicture(image.src, sharedUrl)),
  },
  {
    id: 'large-picture-above-text',
    why: 'A large picture between the heading and the first sentence opens the article, shared or not.',
    find: ({ opening, heading }) =>
      opening.find((image) => isLarge(image) && heading !== null && (isBefore(heading, image) || isInArticle(image))),
  },
];

/**
 * The picture that opens the article, as a figure of its own. Looked for before the text is cut out, since many pages
 * set it outside the text. A copy: the page keeps its own.
 */
export function findOpeningFigure(
  copy: Document,
  sharedUrl: string | undefined,
  runStep: RunStep = runEach,
): Element | undefined {
  const firstSentence = firstSentenceAfterHeading(copy);
  if (firstSentence === undefined) return undefined;
  const pictures = [...copy.body.querySelectorAll('img')].filter(
    (image) => image.closest('aside, nav, footer') === null,
  );
  const opening = pictures.filter((image) => isBefore(image, firstSentence) && image.closest(NAMED_ELSEWHERE) === null);
  const page = { sharedUrl, pictures, opening, heading: copy.querySelector('h1') };
  let image: Element | undefined;
  for (const { id, find } of OPENING_PICTURES) {
    runStep(
      id,
      () => {
        image ??= find(page);
      },
      undefined,
    );
  }
  return image === undefined ? undefined : asFigure(image, copy);
}

/** Puts the figure first, unless the text already shows its picture. */
export function insertOpeningFigure(root: Element, figure: Element | undefined): void {
  const source = figure?.querySelector('img')?.getAttribute('src') ?? undefined;
  if (figure === undefined || source === undefined) return;
  const isShown = [...root.querySelectorAll('img')].some((image) =>
    isSamePicture(image.getAttribute('src') ?? '', source),
  );
  if (!isShown) root.prepend(figure);
}

/** The picture for rows and cards: the shared one where the text shows it, else the text's first large one, else the shared one. */
export function chooseLeadPicture(root: Element, sharedUrl: string | undefined): string | undefined {
  const images = [...root.querySelectorAll('img')];
  const lead =
    images.find((image) => isSamePicture(image.getAttribute('src') ?? '', sharedUrl)) ?? images.find(isLarge);
  return lead?.getAttribute('src') ?? sharedUrl;
}

function firstSentenceAfterHeading(copy: Document): Element | undefined {
  const heading = copy.querySelector('h1');
  const blocks = [...copy.body.querySelectorAll('p, pre, li')];
  return blocks.find(
    (block) =>
      (heading === null ? block.closest('article, main') !== null : isBefore(heading, block)) && isProse(block),
  );
}

const DOCUMENT_POSITION_FOLLOWING = 4;

function isBefore(first: Element, second: Element): boolean {
  return (first.compareDocumentPosition(second) & DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isInArticle(image: Element): boolean {
  return image.closest('article') !== null;
}

function isLarge(image: Element): boolean {
  const width = image.getAttribute('width');
  return width === null ? true : Number(width) >= LEAD_WIDTH;
}

/** Equal but for the host, the size in the name and the query: the same photograph in another size. */
function isSamePicture(address: string, other: string | undefined): boolean {
  if (other === undefined || address === '') return false;
  if (address === other) return true;
  const name = pictureName(address);
  return name !== '' && name === pictureName(other);
}

function pictureName(address: string): string {
  const path = parseAddress(address, address)?.pathname ?? '';
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const bare = file
    .replace(/\.[a-z]{3,4}$/, '')
    .replace(/[-_@](\d{2,4}x\d{2,4}|\d{3,4}w?|[23]x|scaled|large|small)$/, '');
  // A name such as `1` or `image` says nothing; such pictures are the same only if their addresses are.
  return bare.length < 6 ? '' : bare;
}

function asFigure(image: Element, copy: Document): Element {
  const figure = copy.createElement('figure');
  figure.append(image.cloneNode(true));
  const caption = image.closest('figure')?.querySelector('figcaption');
  if (caption != null) figure.append(caption.cloneNode(true));
  return figure;
}
