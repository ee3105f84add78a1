import type { TextPosition } from '../article/highlight.ts';

/** More than this no one steps through, and each is painted. */
const MOST_FOUND = 2000;

/**
 * Places of what was typed, in text order, without overlap: capitals, accents, kinds of quotation marks, dashes and white
 * space make no difference.
 */
export function textFinder(text: string): (typed: string) => readonly TextPosition[] {
  const folded = fold(text);
  return (typed) => {
    const wanted = fold(typed.trim()).text;
    if (wanted === '') return [];
    const found: TextPosition[] = [];
    for (let at = folded.text.indexOf(wanted); at !== -1; at = folded.text.indexOf(wanted, at + wanted.length)) {
      const last = folded.rawAt[at + wanted.length - 1] ?? 0;
      found.push({ start: folded.rawAt[at] ?? 0, end: endOf(text, last) });
      if (found.length === MOST_FOUND) break;
    }
    return found;
  };
}

interface Folded {
  readonly text: string;
  /** Where each folded character begins in the raw text. */
  readonly rawAt: Uint32Array;
}

function fold(raw: string): Folded {
  const rawAt = new Uint32Array(raw.length * 3);
  let text = '';
  let isSpace = false;
  for (let at = 0; at < raw.length; at += 1) {
    const folded = foldCharacter(raw.charAt(at));
    const isRun = folded === ' ' && isSpace;
    if (folded === '' || isRun) continue;
    isSpace = folded === ' ';
    for (let i = 0; i < folded.length; i += 1) rawAt[text.length + i] = at;
    text += folded;
  }
  return { text, rawAt };
}

function foldCharacter(character: string): string {
  if (character >= 'a' && character <= 'z') return character;
  if (character <= '\u007f') return /\s/.test(character) ? ' ' : character.toLowerCase();
  if (/\s/.test(character)) return ' ';
  if (/[‘’‚‛′´]/.test(character)) return "'";
  if (/[“”„‟″«»]/.test(character)) return '"';
  if (/[‐‑‒–—―−]/.test(character)) return '-';
  if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(character)) return '';
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain === 'ß' ? 'ss' : plain;
}

/** After the character, and the marks above and below it that belong to it. */
function endOf(text: string, last: number): number {
  let end = last + 1;
  while (end < text.length && /\p{M}/u.test(text.charAt(end))) end += 1;
  return end;
}
