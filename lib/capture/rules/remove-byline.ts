import { countWords } from '../../article/reading-time.ts';
import { elementsBeforeText } from '../blocks.ts';
import { textOf } from '../text.ts';
import type { Rule, RuleContext } from './rule.ts';

const MOST_WORDS = 30;
/** An author's portrait is small; a lead picture is not. */
const PORTRAIT_WIDTH = 200;

const MONTH =
  '(?:jan|feb|mar|mär|apr|mai|may|jun|jul|aug|sep|oct|okt|nov|dec|dez|janv|févr|mars|avr|juin|juil|août|déc|ene|abr|ago|dic|fev|set|out|gen|mag|giu|lug|ott)\\p{L}*\\.?';
const DAY =
  '(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)';
// Taken away in this order from the text in lower case; a byline is what has nothing left. Without the flag `i`: to
// compile `\p{L}` for both cases takes milliseconds, which at the click is longer than all rules run.
const PARTS = [
  new RegExp(`\\d{1,2}(?:st|nd|rd|th|er)?\\.?\\s+(?:de\\s+)?${MONTH}(?:\\s+de)?,?\\s+\\d{4}`, 'gu'),
  new RegExp(`(?<!\\p{L})${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`, 'gu'),
  /\d{4}\s*[-/.年년]\s*\d{1,2}\s*[-/.月월]\s*\d{1,2}\s*[日일]?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/gu,
  /\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.|uhr)?(?:\s*(?:utc|gmt|cet|cest|[ecmp][sd]?t)\b)?/gu,
  /\d+\s*-?\s*(?:min(?:ute)?n?s?|分鐘?|分钟|分)\.?\s*(?:read(?:ing)?(?: time)?|lesezeit|de lecture|de lectura|di lettura)?/gu,
  /\d+\s+(?:words|wörter|mots|palabras|seconds?|minutes?|hours?|days?|weeks?|stunden|tagen?|heures|jours|horas|días)(?:\s+ago)?/gu,
  new RegExp(`(?<!\\p{L})(?:${DAY})(?!\\p{L})`, 'gu'),
  /(?<!\p{L})(?:first )?(?:published|posted|updated|last updated|modified|revised|written|words|photographs?|illustrations?|reading time|read|veröffentlicht|aktualisiert|stand|geschrieben|lesezeit|publié|mis à jour|modifié|écrit|temps de lecture|lecture|publicado|actualizado|escrito|tiempo de lectura|pubblicato|aggiornato|作者|发布于|更新|公開日|更新日|文)(?!\p{L})/gu,
  /(?<!\p{L})(?:by|on|at|in|and|von|vom|am|um|und|par|le|à|et|por|el|y|del?|di|il|e|for|für|pour|para)(?!\p{L})/gu,
];
const BY = /^(?:by|von|par|por|di|autor(?:in)?|auteur|author)[\s:]+/i;
const PARTICLE = /^(?:de|van|von|der|den|la|el|bin|al|du|di|da)$/;
const NAME_PART = /^[^\d,;:!?()/|&+"“”„«»–—]+$/;

export const removeByline: Rule = {
  id: 'remove-byline',
  why: 'Author and date stand above the text already; as first line of the text they are read aloud and counted.',
  apply(root, context) {
    for (const element of elementsBeforeText(root)) {
      if (!root.contains(element) || element.closest('figure, pre, table, h1, h2, h3') !== null) continue;
      if (!isPartOfLine(element) && isByline(element, context)) element.remove();
    }
  },
};

/** A name or a date taken out of a line that says more would leave a torn line. */
function isPartOfLine(element: Element): boolean {
  return (
    /^(a|span|time|em|i|b|strong|small)$/.test(element.localName) && textOf(element.parentElement) !== textOf(element)
  );
}

function isByline(element: Element, context: RuleContext): boolean {
  const text = textOf(element);
  if (text === '' || countWords(text) > MOST_WORDS || element.querySelector('figure, pre, table, h1, h2') !== null)
    return false;
  return (
    ![...element.querySelectorAll('img')].some((image) => !isPortrait(image, context)) &&
    saysNothingElse(element, context)
  );
}

function saysNothingElse(element: Element, { authors, siteName }: RuleContext): boolean {
  // Boxes are read one by one, or the end of one name would run into the next.
  const text = textOf(element);
  if (BY.test(text) && isFullName(text.replace(BY, ''))) return true;
  let rest = text.toLowerCase();
  // A name alone may be a heading of the text; only those the page declares are taken.
  let hasPart = false;
  for (const name of [...authors, siteName]) {
    if (name !== '' && rest.includes(name.toLowerCase())) {
      rest = rest.replaceAll(name.toLowerCase(), ' ');
      hasPart = true;
    }
  }
  for (const [index, part] of PARTS.entries()) {
    const shorter = rest.replace(part, ' ');
    // The joining words alone make no byline.
    if (shorter !== rest && index < PARTS.length - 1) hasPart = true;
    rest = shorter;
  }
  return hasPart && !/[\p{L}\p{N}]/u.test(rest);
}

/** Two to four words in the first of which the first letter is a capital; "van der" and the like beside them. */
function isFullName(text: string): boolean {
  const parts = text.split(' ');
  const initial = text.charAt(0);
  const count = parts.filter((part) => !PARTICLE.test(part)).length;
  return initial !== initial.toLowerCase() && count >= 2 && count <= 4 && parts.every((part) => NAME_PART.test(part));
}

function isPortrait(image: Element, { authors }: RuleContext): boolean {
  const width = Number(image.getAttribute('width') ?? Number.NaN);
  const alt = (image.getAttribute('alt') ?? '').toLowerCase();
  return width <= PORTRAIT_WIDTH || authors.some((author) => alt.includes(author.toLowerCase()));
}
