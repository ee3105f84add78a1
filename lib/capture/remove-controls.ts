import { countWords } from '../article/reading-time.ts';
import { unwrap } from './nodes.ts';
import type { Step } from './steps.ts';
import { textOf } from './text.ts';

/** An invitation with its field for an address is a few lines; a longer box holds text as well. */
const LONGEST_SIGN_UP = 60;
const LONGEST_CONTROL = 6;
const BUTTON = 'button, [role="button"]';
const HEADING = 'h2, h3, h4, h5, h6';
const ARTICLE_PARTS = 'h1, figure, pre, table, blockquote, article, main';

/**
 * What only works on the live page and is known by its markup in any language. Readability takes fields and buttons
 * away and leaves their words.
 */
export const CONTROL_STEPS: readonly Step<Document>[] = [
  {
    id: 'keep-opening-headings',
    why: 'A heading that opens the text below it when pressed is a button as well, and goes with the buttons.',
    apply(copy) {
      for (const button of copy.querySelectorAll(BUTTON)) {
        const heading = button.closest(HEADING) ?? button.querySelector(HEADING);
        // A link to the heading, or a button that copies it, stands beside its words.
        if (heading === null || textOf(heading) === '' || textOf(heading) !== textOf(button)) continue;
        if (button.localName === 'button') unwrap(button);
        else button.removeAttribute('role');
      }
    },
  },
  {
    id: 'remove-sign-ups',
    why: 'The words around a field for a mail address ask for the address, and are no part of the text.',
    apply(copy) {
      for (const field of copy.querySelectorAll('input[type="email"], input[name*="email" i]')) removeSignUp(field);
    },
  },
  {
    id: 'remove-script-links',
    why: 'A link that runs a script does nothing in the reader: "print this", "close", "larger type".',
    apply(copy) {
      for (const link of copy.querySelectorAll('a[href^="javascript:" i]')) {
        if (link.parentElement === null || !isControl(link)) continue;
        const box = outermostControl(link);
        if (box !== link || !isInSentence(link)) box.remove();
      }
    },
  },
  {
    id: 'remove-button-bars',
    why: 'A bar of buttons and what they count stands in the text as a line of loose words and numbers.',
    apply(copy) {
      for (const button of copy.querySelectorAll(BUTTON)) {
        // A picture that opens larger when pressed is a picture of the text.
        if (button.querySelector('img') !== null) unwrap(button);
        else if (button.isConnected) removeButtonBar(button);
      }
    },
  },
];

/** A box of buttons and the numbers they count: of its words none is left when the buttons are gone. */
function removeButtonBar(button: Element): void {
  let bar: Element | undefined;
  for (let box = button.parentElement; box !== null && !box.matches('body, main, article'); box = box.parentElement) {
    const buttons = [...box.querySelectorAll(BUTTON)].map((inner) => inner.textContent ?? '');
    const length = buttons.reduce((sum, text) => sum + text.length, 0);
    if ((box.textContent ?? '').length > length * 2 + 200 || box.querySelector(`${ARTICLE_PARTS}, img`) !== null) break;
    const rest = buttons.reduce((text, inner) => text.replace(inner, ' '), box.textContent ?? '');
    if (/[^\s\d.,kKmM+·|•]/.test(rest)) break;
    bar = box;
  }
  bar?.remove();
}

function removeSignUp(field: Element): void {
  let box: Element | undefined;
  for (let outer = field.parentElement; outer !== null; outer = outer.parentElement) {
    const isTooLarge = outer.matches('body, main, article') || outer.querySelector(ARTICLE_PARTS) !== null;
    if (isTooLarge || countWords(outer.textContent ?? '') > LONGEST_SIGN_UP) break;
    box = outer;
  }
  box?.remove();
}

function isControl(link: Element): boolean {
  return countWords(link.textContent ?? '') <= LONGEST_CONTROL;
}

/** The largest box whose words are all in such links. A link within a sentence stays, as its text. */
function outermostControl(link: Element): Element {
  let outermost = link;
  for (let box = link.parentElement; box !== null && !box.matches('body, main, article'); box = box.parentElement) {
    const words = [...box.querySelectorAll('a[href^="javascript:" i]')].filter(isControl).map(textOf).join('');
    if (words.replaceAll(' ', '') !== textOf(box).replaceAll(' ', '') || box.querySelector(ARTICLE_PARTS) !== null)
      break;
    outermost = box;
  }
  return outermost;
}

function isInSentence(link: Element): boolean {
  return link.parentElement !== null && textOf(link.parentElement) !== textOf(link);
}
