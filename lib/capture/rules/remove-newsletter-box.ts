import { countWords } from '../../article/reading-time.ts';
import { boxName, holdsContentBox, shortBoxes } from '../blocks.ts';
import { textOf } from '../text.ts';
import type { Rule } from './rule.ts';

const LONGEST_BOX = 600;
const MOST_WORDS = 80;
const LONGEST_LINE = 220;
const BOX = 'div, section, form, aside';
const NAMED = /newsletter|(^|[\s_-])(sign-?up|subscribe|subscription|mailing-?list)/i;
const LETTER =
  /\b(newsletters?|(your|my) inbox|mailing list|e-?mail address|briefing|posteingang|rundbrief|e-mail-adresse|boîte (mail|de réception)|infolettre|lettre d[’']information|bolet[ií]n(es)?|tu correo|correo electrónico|bandeja de entrada|casella)\b/i;
const CALL =
  /(?:^|[.!?:–—]\s+|\bto )(subscribe|sign up|join|get (our|the|a|my|every|all|weekly|daily|more)|enter your|abonnier\w*|melden sie sich|jetzt (abonnieren|anmelden)|hol dir|erhalten sie|abonnez|inscrivez|recevez|suscr[ií]b\w*|recibe|apúntate|iscriviti|inscreva)(?![a-zÀ-ɏ])/i;
const EAST_ASIAN_LETTER = /メールマガジン|メルマガ|ニュースレター|电子报|電子報|邮件订阅|订阅通讯/u;
const EAST_ASIAN_CALL = /登録|購読|订阅|訂閱/u;
const SECOND_PERSON = /\b(your?|you|sie|ihr\w*|dein\w*|dich|vous|votre|tu|tus|te|usted|su)\b/i;
const SMALL_PRINT =
  /\b(unsubscribe|no spam|terms|privacy policy|opt out|abmelden|kein spam|datenschutz|désinscri\w*|désabonn\w*|darte de baja|cancelar|política de privacidad)\b/i;

export const removeNewsletterBox: Rule = {
  id: 'remove-newsletter-box',
  why: 'An invitation to a mailing list breaks into the text in mid-thought.',
  apply(root) {
    for (const [box, text] of shortBoxes(root, BOX, LONGEST_BOX)) {
      if (isInvitation(box, text) && countWords(text) <= MOST_WORDS && !holdsContentBox(box)) box.remove();
    }
    for (const [line, text] of shortBoxes(root, 'p', LONGEST_LINE)) {
      if (isInvitation(line, text)) line.remove();
    }
  },
};

function isInvitation(box: Element, text: string): boolean {
  if (box.localName !== 'p' && EAST_ASIAN_LETTER.test(text) && EAST_ASIAN_CALL.test(text)) return true;
  if (!LETTER.test(text) || !SECOND_PERSON.test(text)) return NAMED.test(boxName(box)) && SMALL_PRINT.test(text);
  const calls = CALL.test(text) || [...box.children].some((line) => CALL.test(textOf(line)));
  if (NAMED.test(boxName(box)) || box.localName === 'form') return calls || SMALL_PRINT.test(text);
  // A paragraph of the text may advise to subscribe to something; without a box of its own it must do nothing else.
  if (box.localName === 'p') return calls && startsWithCall(text);
  return calls && (SMALL_PRINT.test(text) || box.querySelector('h2, h3, h4, h5, h6, strong, input') !== null);
}

/** "Sign up for our newsletter" is a call; "Sign up once, and your inbox is never yours again" is a thought. */
function startsWithCall(text: string): boolean {
  const call = CALL.exec(text);
  if (call === null || call.index > 0) return false;
  const clause = text.slice(call[0].length).split(/[,.!?;:]/)[0] ?? '';
  return LETTER.test(clause);
}
