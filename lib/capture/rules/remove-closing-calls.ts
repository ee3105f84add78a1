import { countWords } from '../../article/reading-time.ts';
import { holdsContentBox } from '../blocks.ts';
import { textOf } from '../text.ts';
import type { Rule } from './rule.ts';

/** How many blocks from the end may be calls; the text above is never looked at. */
const LAST_BLOCKS = 6;
const MOST_WORDS = 50;
const CALL = [
  /^(subscribe|sign up|follow|join|support|become a|log in|sign in|register|already a (subscriber|member)|buy me|donate|like what you (read|see))\b/i,
  /^(did you |if you )?(like[d]?|enjoy(ed)?|found|love[d]?) (this|what|reading|the)\b.*\b(subscribe|share|follow|sign up|support|join|consider)\b/i,
  /^(to (continue|keep|read)|continue|keep) (reading|the (full|rest)|this)\b.*\b(subscribe|subscription|sign|log|register|account|member)/i,
  /^(this (article|story|content) is|the rest of this).{0,30}\b(subscribers|members|paying)\b/i,
  /^(abonnier\w*|jetzt (abonnieren|registrieren|anmelden)|folge[nt]? (uns|sie)|unterstütz\w*|melden sie sich|werden sie|weiterlesen mit|sie haben bereits ein)\b/i,
  /^(hat (ihnen|dir) (dieser|der) (artikel|beitrag|text) gefallen)/i,
  /^(abonnez|inscrivez|suivez|soutenez|rejoignez|devenez|déjà abonn|vous avez aimé|pour lire la suite|la suite est réservée|réservé aux abonnés)/i,
  /^(suscr[ií]b\w*|síguenos|únete|apoya|hazte|regístrate|inicia sesión|¿te ha gustado|para seguir leyendo|contenido exclusivo para suscriptores)/i,
];
const AIM =
  /\b(newsletters?|subscri\w+|inbox|account|members?(hip)?|channel|feed|rss|social|journalism|patreon|updates|podcast|read(ing)?|us (on|at)|unlimited|free trial|abo(s|nnement|nnieren|nnenten|nnés?|nnez)?|konto|zugang|newsletter|kanal|weiterlesen|compte|lire|lecture|chaîne|cuenta|suscri\w+|leyendo|canal|boletín|redes)\b/i;

export const removeClosingCalls: Rule = {
  id: 'remove-closing-calls',
  why: 'A call to subscribe, follow or pay after the last sentence is addressed to a visitor, not to a reader.',
  apply(root) {
    for (let count = 0; count < LAST_BLOCKS; count++) {
      const last = lastBlock(root);
      if (last === undefined || holdsContentBox(last) || !isCall(last)) return;
      last.remove();
    }
  },
};

/** The last block that a reader sees, without its boxes: a paragraph, a heading or a box of plain text. */
function lastBlock(root: Element): Element | undefined {
  return [...root.querySelectorAll('p, h2, h3, h4, h5, h6, li, div, pre, td, figure, blockquote')].findLast(
    (element) =>
      (textOf(element) !== '' || element.querySelector('img') !== null) &&
      element.querySelector('p, h2, h3, h4, h5, h6, li, div, pre, td, figure, blockquote') === null,
  );
}

function isCall(element: Element): boolean {
  const text = textOf(element);
  if (countWords(text) > MOST_WORDS || element.closest('li, td, figure, pre, blockquote') !== null) return false;
  return CALL.some((pattern) => pattern.test(text)) && AIM.test(text);
}
