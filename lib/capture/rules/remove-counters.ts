import { boxName, elementsAfterText, elementsBeforeText, hasPicture, shortBoxes } from '../blocks.ts';
import { textOf } from '../text.ts';
import type { Rule } from './rule.ts';

const LONGEST_COUNTER = 40;
const BOX = 'div, section, ul, ol, p, li, span';
const NUMBERS = /^[+-]?\d[\d.,\s]*[kKmM]?([\s·|•/,]+[+-]?\d[\d.,]*[kKmM]?)*$/;
const NUMBER_AND_WORD =
  /^(\d[\d.,]*\s*[kKmM]?\s*(likes?|shares?|views?|votes?|upvotes?|points?|claps?|reactions?|retweets?|bookmarks?|aufrufe|stimmen?|gefällt mir|mal geteilt|partages?|vues?|j[’']aime|mentions j[’']aime|compartidos?|visitas?|vistas|me gusta|votos?|visualizzazioni|condivisioni)[\s·|•,]*)+$/i;
const COUNTS = /(^|[\s_-])(vote|like|share|clap|reaction|counter|count|upvote|stats?)s?([\s_-]|$)/i;

export const removeCounters: Rule = {
  id: 'remove-counters',
  why: 'Vote, like and share counters ("7 0 0") read as stray numbers once their icons are gone.',
  apply(root) {
    const isPartOfSentence = sentenceFinder();
    const edges = new Set([...elementsBeforeText(root), ...elementsAfterText(root)]);
    // Numbers that go on through the text are its sections or its verses.
    const isNumbered = [...shortBoxes(root, BOX, LONGEST_COUNTER)].some(
      ([box, text]) => !edges.has(box) && NUMBERS.test(text) && !isPartOfSentence(box) && !isNamed(box),
    );
    for (const [box, text] of shortBoxes(root, BOX, LONGEST_COUNTER)) {
      const isNumber = NUMBERS.test(text);
      if (!isNumber && !NUMBER_AND_WORD.test(text)) continue;
      if (hasPicture(box) || isPartOfSentence(box)) continue;
      if ((edges.has(box) && !(isNumber && isNumbered)) || isNamed(box)) box.remove();
    }
  },
};

function isNamed(box: Element): boolean {
  return COUNTS.test(boxName(box)) || (box.parentElement !== null && COUNTS.test(boxName(box.parentElement)));
}

/**
 * A number in a span, or an item of a list of sentences, belongs to the words around it. Each box is read once: a
 * paragraph of 20,000 spans took two minutes.
 */
function sentenceFinder(): (box: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (box) => {
    if (box.localName !== 'span' && box.localName !== 'li') return false;
    const parent = box.parentElement;
    if (parent === null) return false;
    const hasWords = known.get(parent) ?? /\p{L}/u.test(textOf(parent));
    known.set(parent, hasWords);
    return hasWords;
  };
}
