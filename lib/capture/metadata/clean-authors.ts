import { fold } from '../text.ts';

const BY =
  /^\s*(written by|words by|posted by|by|von|text von|par|por|di|door|af|av|autor(?:in|en)?|auteure?s?|author)\s*[::]?\s+/i;
const AND = /\s*(?:;|、|,|\band\b|\bund\b|\bet\b|\by\b|\be\b|&|\/)\s*/i;
// Words that make a part of a byline a job and not a person, in the languages the rules speak.
const JOB =
  /\b(editor|reporter|correspondent|writer|journalist|contributor|columnist|analyst|staff|team|director|manager|engineer|professor|founder|ceo|cto|head of|redaktion|redakteur(in)?|korrespondent(in)?|leiter(in)?|journaliste|rédact(eur|rice|ion)|correspondante?|periodista|redact(or|ora|ción)|corresponsal|editora?)\b/i;
// A group that signs with its place, as "Harbour desk staff", is a name; a bare job is not.
const ONLY_JOB =
  /^((senior|chief|deputy|managing|executive|associate|assistant|contributing|staff|news|tech|technology|science|business|politics|sports?|culture|guest|freelance|editor(-in-chief)?|reporter|correspondent|writer|journalist|contributor|columnist|team|redaktion|redakteur(in)?|rédaction|redacción|the|la|die|der)[\s,-]*)+$/i;
const NO_NAME = /^(admin|administrator|editor|staff|guest|author|anonymous|unknown|null|undefined)$/i;

const MOST_AUTHORS = 12;
const LONGEST_NAME = 60;

/** Names of people as a reader would say them: no "By", no job, no address, each once. */
export function cleanAuthors(claims: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const claim of claims) {
    for (const [index, part] of splitClaim(claim).entries()) {
      const name = part
        .replace(BY, '')
        .replace(/^[\s@–—|·•"“”'-]+|[\s,–—|·•"“”'-]+$/g, '')
        .trim();
      if (isName(name) && !(JOB.test(name) && (index > 0 || ONLY_JOB.test(name))))
        names.set(fold(name), names.get(fold(name)) ?? name);
    }
  }
  return [...names.values()].slice(0, MOST_AUTHORS);
}

function splitClaim(claim: string): readonly string[] {
  if (/^https?:\/\//i.test(claim.trim())) return [];
  const bare = claim
    .replace(/\s+/g, ' ')
    .replace(/\([^)]*\)|<[^>]*>|\S+@\S+\.\S+|https?:\/\/\S+/g, ' ')
    .replace(/\s[|•·–—]\s.*$/, '')
    .replace(BY, '');
  return bare.split(AND);
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || !/\p{L}/u.test(name)) return false;
  if (/\d{2}/.test(name) || name.split(' ').length > 6) return false;
  return !NO_NAME.test(name);
}
