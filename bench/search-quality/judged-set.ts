import type { Chance } from '../support/chance.ts';
import { CODE_NAMES, LANGUAGES, type Language } from './languages.ts';

export interface JudgedArticle {
  readonly id: number;
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

export interface JudgedQuery {
  readonly typed: string;
  readonly kind: 'words' | 'form' | 'accents' | 'phrase' | 'number' | 'code' | 'typo';
  readonly language: string;
  /** The articles that answer it: those made of all that it names. */
  readonly right: ReadonlySet<number>;
}

interface Made extends JudgedArticle {
  readonly a: readonly [string, string];
  readonly b: readonly [string, string];
  readonly place: string;
  readonly maker: string;
  readonly number: string;
  readonly code: string;
}

const PER_LANGUAGE = 350;
const PER_KIND = 5;

/** Articles and queries whose right answers follow from how the articles were made. The same chance gives the same set. */
export function makeJudgedSet(chance: Chance) {
  const articles: Made[] = [];
  for (const language of LANGUAGES)
    for (let i = 0; i < PER_LANGUAGE; i++) articles.push(make(articles.length, language, chance));
  const queries = LANGUAGES.flatMap((language) => {
    const own = articles.filter((one) => one.language === language.tag);
    return KINDS.flatMap((kind) => Array.from({ length: PER_KIND }, () => ask(kind, pick(own, chance), own, chance)));
  });
  return { articles: articles as readonly JudgedArticle[], queries: queries as readonly JudgedQuery[] };
}

const KINDS = ['words', 'form', 'accents', 'phrase', 'number', 'code', 'typo', 'typo'] as const;

function make(id: number, language: Language, chance: Chance): Made {
  const a = pick(language.nouns, chance);
  let b = pick(language.nouns, chance);
  while (b === a) b = pick(language.nouns, chance);
  const parts = {
    a,
    b,
    place: pick(language.places, chance),
    maker: pick(language.makers, chance),
    number: String(1000 + Math.floor(chance.next() * 8999)),
    code: pick(CODE_NAMES, chance),
  };
  const fill = (template: string): string =>
    template
      .replace('{a}', a[0])
      .replace('{b}', b[0])
      .replace('{p}', parts.place)
      .replace('{m}', parts.maker)
      .replace('{n}', parts.number)
      .replace('{c}', parts.code);
  const title = fill(pick(language.titles, chance));
  // Other words of the same language, so that each stands in many texts that are about something else.
  const aside = Array.from({ length: 3 }, () => `${pick(language.filler, chance)} ${pick(language.nouns, chance)[0]}.`);
  const text = [...language.sentences.map(fill), ...aside, pick(language.filler, chance)].join('\n');
  return { id, language: language.tag, title: title[0]?.toUpperCase() + title.slice(1), text, ...parts };
}

function ask(kind: (typeof KINDS)[number], of: Made, all: readonly Made[], chance: Chance): JudgedQuery {
  const isCjk = of.language === 'ja';
  const same = (test: (one: Made) => boolean) => new Set(all.filter(test).map(({ id }) => id));
  const query = (typed: string, right: ReadonlySet<number>): JudgedQuery => ({
    typed,
    kind,
    language: of.language,
    right,
  });
  const ofThree = same((one) => one.a === of.a && one.place === of.place && one.maker === of.maker);
  switch (kind) {
    case 'words':
      return query(`${of.maker} ${of.place} ${of.a[0]}`, ofThree);
    case 'form':
      return query(`${of.a[1]} ${of.maker} ${of.place} `, ofThree);
    case 'accents':
      return query(plain(`${of.place} ${of.maker} ${of.a[0]}`).toLowerCase(), ofThree);
    case 'phrase': {
      const sentence = of.text.split('\n')[0] ?? '';
      const words = sentence.split(' ');
      const phrase = isCjk ? sentence.slice(0, 9) : words.slice(0, 5).join(' ');
      return query(
        `"${phrase}" ${of.number}`,
        same((one) => one.text.includes(phrase) && one.number === of.number),
      );
    }
    case 'number':
      return query(
        `${of.number} ${of.place}`,
        same((one) => one.number === of.number && one.place === of.place),
      );
    case 'code':
      return query(
        `${of.code} ${of.maker} ${of.number} `,
        same((one) => one.code === of.code && one.number === of.number),
      );
    case 'typo': {
      // Nobody mistypes ideographs letter by letter: in Japanese texts it is the names from programs that go wrong.
      if (isCjk) {
        const named = pick(
          all.filter(({ code }) => /^[a-z]{6,}$/i.test(code)),
          chance,
        );
        return query(
          `${slip(named.code, chance)} ${named.number} `,
          same((one) => one.code === named.code && one.number === named.number),
        );
      }
      return query(`${slip(of.maker, chance)} ${of.place} ${of.a[0]} `, ofThree);
    }
  }
}

/** One slip: a letter left out, doubled, exchanged with the next or wrong; never the first. */
function slip(word: string, chance: Chance): string {
  const at = 1 + Math.floor(chance.next() * (word.length - 3));
  const kinds = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    `${word.slice(0, at)}${/\p{Script=Cyrillic}/u.test(word) ? 'ы' : 'q'}${word.slice(at + 1)}`,
  ];
  const slipped = pick(kinds, chance);
  return slipped === word ? word.slice(0, at) + word.slice(at + 1) : slipped;
}

const plain = (text: string): string => text.normalize('NFD').replace(/(?<=\p{Script=Latin}\p{Mn}*)\p{Mn}/gu, '');

function pick<Value>(values: readonly Value[], chance: Chance): Value {
  const value = values[Math.floor(chance.next() * values.length)];
  if (value === undefined) throw new RangeError('There is nothing to pick.');
  return value;
}
