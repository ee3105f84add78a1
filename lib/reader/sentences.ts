import type { TextPosition } from '../article/highlight.ts';

/** A sentence of a text, to be spoken as one. */
export interface Sentence extends TextPosition {
  /** Number of the paragraph it stands in, from 0. */
  readonly paragraph: number;
}

/**
 * Words after which a point ends no sentence. `Intl.Segmenter` (ICU) ends one there, before a capital at least: in Chromium
 * 156 "Am 3. Oktober", "z. B. Wien" and "Dr. Weber" are each cut in two.
 */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  de:
    'abb abs abt allg anm art aufl bd bes betr bspw bzgl bzw ca d dgl dipl dr engl etc evtl exkl f ff fa fr frz geb gegr ggf h hl hr hrsg i ing inkl ' +
    'insb jh jhd jr kap lt max mind min mio mrd n nr o op phil pol pos prof r rd red resp s sog sr st std str tel u usf usw v verf vgl vs z zt ztr zzgl',
  en: 'adm al apr approx assn aug ave blvd capt cf co col corp dec dept dr e.g eds ed est etc feb fig figs fr gen gov hon i.e inc jan jr ltd lt maj mar messrs mr mrs ms mt no nos nov oct op p pp prof pres rep rev sen sept sgt sr st vol vs',
  fr: 'art av bd boul cf chap dr env etc ex fig janv juil m me mgr mlle mme mm n no p pp réf s sept st ste t vol',
  es: 'art av cap cf dr dra ej etc fig gral ing lic núm p pág prof sr sra srta sto tel ud uds vol',
};
/** Any language may name people by initials. */
const INITIAL = /(?:^|[\s(„“"'‚’-])\p{Lu}\.$/u;

/**
 * The sentences of a text, paragraph by paragraph; blank ones are left out.
 *
 * @param language BCP 47; the browser's own rules hold for a language that is not known
 * @param left what is not to be spoken, such as code; a sentence that begins in it is left out
 */
export function sentencesOf(text: string, language?: string, left: readonly TextPosition[] = []): readonly Sentence[] {
  const segmenter = segmenterFor(language);
  const known = new Set(ABBREVIATIONS[language?.slice(0, 2) ?? '']?.split(' '));
  const isGerman = language?.startsWith('de') === true;
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let from = 0;
  for (const block of text.split('\n')) {
    const found = sentencesIn(block, segmenter, (before, after) => isCut(before, after, known, isGerman));
    const spoken = found
      .map(({ start, end }) => ({ start: from + start, end: from + end, paragraph }))
      .filter(({ start }) => !left.some((each) => each.start <= start && start < each.end));
    sentences.push(...spoken);
    if (spoken.length > 0) paragraph += 1;
    from += block.length + 1;
  }
  return sentences;
}

function segmenterFor(language: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // A page may name a language in a way of its own.
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}

function sentencesIn(
  block: string,
  segmenter: Intl.Segmenter,
  isCutAt: (before: string, after: string) => boolean,
): readonly TextPosition[] {
  const found: TextPosition[] = [];
  let start = 0;
  for (const { index, segment } of segmenter.segment(block)) {
    const end = index + segment.length;
    if (end < block.length && isCutAt(block.slice(start, end).trimEnd(), block.slice(end))) continue;
    const words = block.slice(start, end);
    const first = start + (words.length - words.trimStart().length);
    // Signs alone, such as a row of asterisks, are not spoken.
    if (/[\p{L}\p{N}]/u.test(words)) found.push({ start: first, end: start + words.trimEnd().length });
    start = end;
  }
  return found;
}

/** Whether what ICU took for the end of a sentence is none. */
function isCut(before: string, after: string, known: ReadonlySet<string>, isGerman: boolean): boolean {
  // A sentence begins with a capital where the script has them: “Why?” he asked.
  if (/^\s*\p{Ll}/u.test(after)) return true;
  if (!before.endsWith('.')) return false;
  if (INITIAL.test(before)) return true;
  const last = /([\p{L}.]+)\.$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  if (known.has(last) || known.has(last.split('.').at(-1) ?? ''))
    return last !== 'etc' && last !== 'usw' && last !== 'usf';
  // "am 3. Oktober", "das 19. Jahrhundert": a day or an ordinal. A year has four digits, and may end a sentence.
  return isGerman && /(?:^|[\s(])\d{1,2}\.$/.test(before);
}
