import { fold } from '../text.ts';
import { BYLINE_START } from './person-name.ts';

const AND = /\s*(?:;|、|,|\band\b|\bund\b|\bet\b|\by\b|\be\b|&|\/)\s*/i;
// Words that make a part of a byline a job and not a person, in the languages the rules speak.
const JOB =
  /\b(editor|reporter|correspondent|writer|journalist|contributor|columnist|analyst|staff|team|director|manager|engineer|professor|founder|ceo|cto|head of|expert|specialist|consultant|strategist|president|officer|blogger|redaktion|redakteur(in)?|korrespondent(in)?|leiter(in)?|journaliste|rédact(eur|rice|ion)|correspondante?|periodista|redact(or|ora|ción)|corresponsal|editora?)\b/i;
// A group that signs with its place, as "Harbour desk staff", is a name; a bare job is not.
const ONLY_JOB =
  /^((senior|chief|deputy|managing|executive|associate|assistant|contributing|staff|news|tech|technology|science|business|politics|sports?|culture|guest|freelance|editor(-in-chief)?|reporter|correspondent|writer|journalist|contributor|columnist|team|redaktion|redakteur(in)?|rédaction|redacción|the|la|die|der)[\s,-]*)+$/i;
const NO_NAME =
  /^(admin|administrator|editor|staff|guest|author|authors|anonymous|unknown|null|undefined|none|n\/?a|user|webmaster|wordpress|share|follow|subscribe|home|blog|news|name|default|inc|llc|ltd|gmbh)\.?$/i;
/** Links and labels that stand beside names. */
const LABEL =
  /\b(view|more posts|all posts|read more|see more|follow|share|subscribe|about the|published|updated|posted|minutes?|min read|comments?|table of contents|by this author|learn more|articles by|posts by|written by|author|edited|reviewed|fact.?checked|medically)\b/i;
/** The letters in the place of a portrait. */
const INITIALS = /^[A-Z]{1,2}$/;
/** Degrees after a name: they follow a comma, and are no author of their own. */
const DEGREE =
  /^(?:[A-Z]{2,6}|Ph\.?\s?D\.?|M\.?D\.?|Jr\.?|Sr\.?|Dr\.?|M\.?Sc\.?|B\.?Sc\.?|M\.?A\.?|MPhil|Esq\.?|[A-Z][A-Za-z]*-[A-Z]+)\*?$/;

const MOST_AUTHORS = 30;
const LONGEST_NAME = 60;

/** Names of people as a reader would say them: no "By", no job, no address, each once. */
export function cleanAuthors(claims: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const claim of claims.map(straighten)) {
    for (const [index, part] of splitClaim(claim).entries()) {
      const name = part
        .replace(BYLINE_START, '')
        .replace(/^[\s@–—|·•"“”'*-]+|[\s,:–—|·•"“”'*-]+$/g, '')
        .trim();
      if (!isName(name) || (index > 0 && DEGREE.test(name))) continue;
      if (!(JOB.test(name) && (index > 0 || ONLY_JOB.test(name)))) names.set(fold(name), names.get(fold(name)) ?? name);
    }
  }
  return [...names.values()].slice(0, MOST_AUTHORS);
}

/** "Lindqvist, Mara", as library tags have it, in the order it is spoken. A degree or a job after a comma is no first name. */
function straighten(claim: string, _index: number, claims: readonly string[]): string {
  const match = /^([^\s,;]+(?: [^\s,;]+)?), ([^\s,;]+(?: [^\s,;]+)?)$/.exec(claim.trim());
  const [, last = '', first = ''] = match ?? [];
  if (match === null || JOB.test(first) || DEGREE.test(first)) return claim;
  // One such claim may as well be two names, if each has two words.
  const isInverted = claims.length > 1 || !last.includes(' ');
  return isInverted && !(last.includes(' ') && first.includes(' ')) ? `${first} ${last}` : claim;
}

function splitClaim(claim: string): readonly string[] {
  if (/^https?:\/\//i.test(claim.trim())) return [];
  const bare = claim
    .replace(/\([^)]*\)(?=\s*(?:$|[,;|]| and ))|\([^)]*[@/][^)]*\)|<[^>]*>|\S+@\S+\.\S+|https?:\/\/\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BYLINE_START, '')
    .replace(/^[A-Za-z]{3,9}\.? \d{1,2}, \d{4}\W+/, '')
    .replace(/\s+[|•·–—-]\s.*$/, '')
    .replace(/,?\s+(?:on|am|le|el)?\s*(?:\d{1,2}\.?\s|[A-Z][a-z]{2,8}\.?\s+\d{1,2}\b).*$/, '');
  return bare.split(AND);
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || !/\p{L}/u.test(name)) return false;
  if (/\d{2}/.test(name) || name.split(' ').length > 6) return false;
  return !NO_NAME.test(name) && !LABEL.test(name) && !INITIALS.test(name);
}
