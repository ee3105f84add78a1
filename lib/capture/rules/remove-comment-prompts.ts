import { countWords } from '../../article/reading-time.ts';
import { shortBoxes } from '../blocks.ts';
import { shortTextOf, textOf } from '../text.ts';
import type { Rule } from './rule.ts';

const LONGEST_PROMPT = 120;
const MOST_WORDS = 14;
const BOX = 'h1, h2, h3, h4, h5, h6, p, div, section, ul, li, span, a';
/** Each prompt says one of these: one look at most boxes in the place of twenty. */
const TOPIC =
  /comment|komment|coment|repl|respon|respond|réagir|reag|helpful|useful|hilfreich|nützlich|utile|útil|post|conversation|join|leave|评论|コメント/i;
const PROMPT = [
  /^(was|is|did you find) this (page|article|post|section|guide|answer|information|content) (helpful|useful)\s*\??$/i,
  /^(war|ist) (dieser|diese|dieses) (artikel|beitrag|seite|information)\w* (hilfreich|nützlich)\s*\??$/i,
  /^cet(te)? (article|page) vous a-t-(il|elle) été utile\s*\??$/i,
  /^¿te ha (sido útil|resultado útil) (este|esta) (artículo|página)\s*\?$/i,
  /^(\(?\d+\)?\s*)?(comments?|responses|replies|kommentare?|commentaires?|comentarios?|commenti|comentários|评论|コメント)\s*[([]?\d*[)\]]?\s*:?$/i,
  /^(no|0) (comments?|responses)( yet)?[.!]?$/i,
  /^(noch )?keine kommentare.{0,20}$/i,
  /^aucun commentaire.{0,30}$/i,
  /^(sin|no hay|0) comentarios.{0,20}$/i,
  /^be the first to (comment|reply|respond|leave a comment)\b.{0,30}$/i,
  /^(schreib\w*|verfass\w*|sei(en sie)?|hinterlass\w*) .{0,20}(ersten? )?kommentar.{0,30}$/i,
  /^soyez (le premier|la première).{0,12} à (commenter|réagir).{0,20}$/i,
  /^(sé|sea) (el|la) primer[oa]? (persona )?en comentar.{0,20}$/i,
  /^((leave|post|write|add|submit) (a|your) (comment|reply)|join the (conversation|discussion)|show comments|view (all )?comments|load more comments)[.!]?$/i,
  /^((log|sign) in|register|login) to (comment|reply|post|join|leave).{0,40}$/i,
  /^(kommentar (schreiben|verfassen|hinterlassen)|laisse[rz] un commentaire|réagir|deja un comentario|lascia un commento|deixe um comentário)[.!]?$/i,
  /^comments (are|have been) (closed|disabled|off).{0,30}$/i,
];

export const removeCommentPrompts: Rule = {
  id: 'remove-comment-prompts',
  why: 'A call to comment leads nowhere in a kept copy, and is no word of the author.',
  apply(root) {
    for (const [box, text] of shortBoxes(root, BOX, LONGEST_PROMPT)) {
      if (
        !TOPIC.test(text) ||
        !PROMPT.some((pattern) => pattern.test(text)) ||
        isInSentence(box, text) ||
        headsText(box)
      )
        continue;
      if (box.querySelector('img') === null) box.remove();
    }
  },
};

/** A link or a span with other words around it is part of a sentence. */
function isInSentence(box: Element, text: string): boolean {
  return (
    /^(a|span|li)$/.test(box.localName) &&
    box.parentElement !== null &&
    shortTextOf(box.parentElement, LONGEST_PROMPT) !== text
  );
}

/** "Comments" may be the heading of a chapter; a prompt has no sentence of the text below it. */
function headsText(box: Element): boolean {
  return (
    /^h[1-6]$/.test(box.localName) &&
    /^\p{L}+$/u.test(textOf(box)) &&
    countWords(textOf(box.nextElementSibling)) > MOST_WORDS
  );
}
