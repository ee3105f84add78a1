import { countWords } from '../article/reading-time.ts';
import { boxName } from './blocks.ts';
import { collapse, textOf } from './text.ts';

/** A text longer than this stands for itself; what it says about subscribing is then advertising. */
const LONGEST_TEASER = 600;
const LONGEST_PAGE = 60_000;
const LONGEST_WALL = 120;
// One wide selector and a look at what it finds: a selector for each name is matched with every element of the page.
const WALL = '[class*="wall" i], [id*="wall" i], [data-paywall]';
const WALL_NAME = /paywall|regwall|pay-wall|(subscribe|subscription|premium)-wall/i;

// Without `u` and `\p`: compiling those takes longer than reading the page.
const PROMPT =
  /\b(subscribe|sign (in|up)|log ?in|register|become a member|upgrade|create (a free|an) account)\b[^.!?]{0,60}\b(to (continue|keep|finish) reading|to read (the|this|on|more|it)|to unlock|for full access)|\b(continue|keep) reading (with|by) |\bto (continue|keep) reading,? (please )?(subscribe|sign|log|register|create|become)|\b(the rest of )?this (article|story|content|post) is (only )?(for|reserved for|available to|exclusive to)( [^\s.!?]+){0,3} (subscribers|members)|\balready a (subscriber|member)\?|\b(weiterlesen mit|jetzt weiterlesen|um weiterzulesen|lesen sie weiter mit|nur für abonnent\w*|exklusiv für abonnent\w*|sie haben bereits ein abo|dieser (artikel|inhalt) ist kostenpflichtig)|(la suite|cet article|ce contenu|article) (est )?réservée?s? aux (abonnés|membres)|il vous reste \d+\s?% de cet article|pour lire la suite|déjà abonnée?|\b(para (seguir|continuar) leyendo|contenido (exclusivo|solo) para suscriptores|ya eres suscriptor|suscríbete para (leer|seguir|continuar))/i;

/** Whether the page stops before its text does. Asked before the text is cut out: the wall lies outside it. */
export function findsWall(copy: Document): boolean {
  for (const wall of copy.body.querySelectorAll(WALL)) {
    if (!wall.hasAttribute('data-paywall') && !WALL_NAME.test(boxName(wall))) continue;
    // The same class is set on the text behind the wall, to name it to search engines; a wall itself is short.
    const words = countWords(textOf(wall));
    if (words > 2 && words <= LONGEST_WALL) return true;
  }
  // The text of a page this long is no teaser, whatever stands around it.
  const text = copy.body.textContent ?? '';
  return text.length < LONGEST_PAGE && PROMPT.test(collapse(text));
}

export function isTeaser(wordCount: number, hasWall: boolean, isFree: boolean | undefined): boolean {
  return isFree === false || (hasWall && wordCount <= LONGEST_TEASER);
}
