import type { Direction } from '../../article/article.ts';
import { textOf } from '../text.ts';
import { guessLanguage } from './guess-language.ts';
import type { MetaTags } from './meta-tags.ts';

/** ISO 639 codes of languages written from right to left. */
const RIGHT_TO_LEFT = /^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb|syr|arc|nqo)(-|$)/;

/** Hebrew, Arabic and their neighbours. */
const WRITTEN_TO_THE_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Lower-case BCP 47, as the page declares it, else as its text reads. The `lang` of the page's root comes first: readers' tools rely on it. */
export function readLanguage(doc: Document, meta: MetaTags, structured: string | undefined): string | undefined {
  const root = doc.documentElement;
  const claims = [
    root.getAttribute('lang'),
    root.getAttribute('xml:lang'),
    doc.body?.getAttribute('lang'),
    meta.first('content-language', 'language', 'dc.language'),
    meta.first('og:locale'),
    structured,
  ];
  for (const claim of claims) {
    const language = normalise(claim ?? '');
    if (language !== undefined) return language;
  }
  return guessLanguage([...doc.querySelectorAll('p')].slice(0, 30).map(textOf).join(' '));
}

/** The declared direction, else what the browser computed, else what the language is written in. */
export function readDirection(copy: Document, live: Document, language: string | undefined): Direction {
  for (const element of [copy.querySelector('article[dir], main[dir]'), copy.body, copy.documentElement]) {
    const declared = element?.getAttribute('dir')?.toLowerCase();
    if (declared === 'rtl' || declared === 'ltr') return declared;
  }
  if (WRITTEN_TO_THE_LEFT.test(copy.body?.textContent ?? '')) {
    // Asked only here: the browser has to work out the styles of the page for it.
    const computed = live.body === null ? undefined : live.defaultView?.getComputedStyle(live.body).direction;
    // `ltr` is also what an undeclared page computes to, and so says nothing.
    if (computed === 'rtl') return 'rtl';
  }
  return language !== undefined && RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}

function normalise(claim: string): string | undefined {
  const language =
    claim
      .trim()
      .replaceAll('_', '-')
      .toLowerCase()
      .split(/[\s,;]/)[0] ?? '';
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(language) ? language : undefined;
}
