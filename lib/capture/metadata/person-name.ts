/** Words before a name, in the languages of bylines. */
export const BYLINE_START =
  /^(?:(?:written|words|posted|published|story|text|report|article|(?:view )?(?:all |more )?(?:posts|articles|stories)|reviewed and written|authored|created|submitted)\s+by|by|von|text von|verfasst von|geschrieben von|ein (?:artikel|beitrag) von|par|écrit par|publié par|por|escrito por|publicado por|di|scritto da|door|geschreven door|af|av|autor(?:in|en)?|auteure?s?|autore|authors?|作者|文|撰文|記者|글)\s*[::]?\s+/i;
const BYLINE_INSIDE = /\b(?:by|von|par|por|door)\s+/gi;

const LONGEST_NAME = 60;
const PARTICLE = /^(?:de|van|von|der|den|la|le|el|bin|al|du|di|da|dos|das|of|y|e|and|und|et|&)$/;

/** The names that a line of the page's head gives after "by" or its like; `undefined` if it is no byline. */
export function bylineName(line: string): string | undefined {
  const start = BYLINE_START.exec(line);
  if (start !== null) return leadingNames(line.slice(start[0].length));
  // As in "12 November 2026 by Mara Lindqvist"; a sentence with "by" has no date or bar before it.
  for (const inside of line.matchAll(BYLINE_INSIDE)) {
    const before = line.slice(0, inside.index);
    if (/(\d{4}|[|•·–—-]|posted|published|written|ago)\W*$/i.test(before)) {
      return leadingNames(line.slice(inside.index + inside[0].length));
    }
  }
  return undefined;
}

/** The part of a text from its start that can be names, up to a date, a bar or a word that no name has. */
function leadingNames(text: string): string | undefined {
  const end =
    /\s+[|•·–—-]\s+|\s+(?:on|at|am|le|el|il|in|for|published|posted|updated|last)\s|\s*[|•·(\d]|[a-z]{2}\.\s/i.exec(
      text,
    );
  const names = (end === null ? text : text.slice(0, end.index)).replace(/[\s,;:.–—-]+$/, '').trim();
  return names.split(/,|\band\b|\bund\b|\bet\b|&/).every((name) => isName(name.trim())) ? names : undefined;
}

/** Whether a text looks like one name: few words, each with a capital or of a script without. */
export function isName(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST_NAME || /[\d:!?()[\]|@/]/.test(text)) return false;
  const words = text.split(/\s+/);
  return words.length <= 5 && words.every((word) => PARTICLE.test(word) || isCapital(word.charAt(0)));
}

export function isFullName(text: string): boolean {
  return isName(text) && (text.includes(' ') || /[\u0370-\uffff]/.test(text));
}

function isCapital(character: string): boolean {
  return character === character.toUpperCase() && !/[\s"'“”‘’.,-]/.test(character);
}
