import { readdirSync, readFileSync } from 'node:fs';
import type { TextPosition } from '../../lib/article/highlight.ts';

/** One mark, the text it was made on, and a text in which it is to be found again. */
export interface AnchoringCase {
  readonly kind: Kind;
  readonly before: string;
  readonly marked: TextPosition;
  readonly after: string;
  /** Where the mark belongs now; absent if its words are gone, and it must not be placed. */
  readonly truth: TextPosition | undefined;
}

/** Cases whose words are still there, whose words were edited, and whose words are gone. */
export const KINDS = {
  kept: [
    'same',
    'advert',
    'moved',
    'neighbour edited',
    'typography',
    'white space',
    'another cut',
    'repeated',
    'several',
  ],
  edited: ['edited', 'edited and cut'],
  gone: ['deleted', 'deleted, like another'],
} as const;
type Kind = (typeof KINDS)[keyof typeof KINDS][number];

type Chance = (below: number) => number;

/** Ends of a mark while its text is changed: letters that no text holds. */
const OPEN = '\ue000';
const CLOSE = '\ue001';

/** The same cases for the same seed: `count` of them, over all kinds, from at least 100 articles. */
export function* anchoringCases(count: number, seed: number): Generator<AnchoringCase> {
  const chance = makeChance(seed);
  const articles = [...siteTexts(), ...Array.from({ length: 110 }, () => inventText(chance))];
  const kinds = Object.values(KINDS).flat();
  for (let i = 0; i < count; i += 1) {
    const blocks = articles[i % articles.length] ?? [];
    const kind = kinds[Math.floor(i / articles.length) % kinds.length] ?? 'same';
    yield makeCase(kind, blocks, chance);
  }
}

function makeCase(kind: Kind, blocks: readonly string[], chance: Chance): AnchoringCase {
  const { marked, index } = markSomething(blocks, chance, kind);
  const before = marked.join('\n');
  const after = change(kind, marked, index, chance).join('\n');
  const from = take(before);
  const to = take(after);
  if (!from.at) throw new Error('The mark was lost while it was made.');
  return { kind, before: from.text, marked: from.at, after: to.text, truth: to.at };
}

function change(kind: Kind, blocks: readonly string[], index: number, chance: Chance): readonly string[] {
  const at = chance(blocks.length + 1);
  const block = blocks[index] ?? '';
  switch (kind) {
    case 'same':
      return blocks;
    case 'advert':
      return Array.from({ length: 1 + chance(4) }).reduce<readonly string[]>((all) => {
        const place = chance(2) === 0 ? firstOf(all) : chance(all.length + 1);
        return insert(all, place, pick(ADVERTS, chance));
      }, blocks);
    case 'moved': {
      const rest = without(blocks, index, chance(2) === 0 ? 1 : 0);
      const isWhole = rest.length < blocks.length && isOneBlock(block);
      return isWhole ? insert(rest, chance(rest.length + 1), block) : insert(blocks, at, pick(ADVERTS, chance));
    }
    case 'neighbour edited':
      return blocks.map((each, i) =>
        i === index ? editAround(each, chance) : i % 3 === 0 ? editWords(each, 0.1, chance) : each,
      );
    case 'typography':
      return blocks.map((each) => normaliseSigns(each));
    case 'white space':
      return blocks.map((each) => loosen(each, chance));
    case 'another cut': {
      const from = Math.min(firstOf(blocks), chance(4));
      const to = Math.max(lastOf(blocks) + 1, blocks.length - chance(4));
      return ['By the desk · 4 min read', ...blocks.slice(from, to), 'Filed under: machines, weather'];
    }
    case 'repeated':
      return blocks.flatMap((each, i) => (i % 4 === 1 ? [`Update ${i}.`, each] : [each]));
    case 'several':
      return insert(blocks, at, pick(ADVERTS, chance)).map((each, i) =>
        normaliseSigns(i % 5 === 2 ? loosen(each, chance) : each),
      );
    case 'edited':
      return editMark(blocks, 0.02 + chance(17) / 100, chance);
    case 'edited and cut':
      return [
        'A shorter cut',
        ...editMark(blocks, 0.02 + chance(17) / 100, chance).slice(Math.min(firstOf(blocks), 2)),
      ];
    case 'deleted':
      return cutMark(blocks);
    case 'deleted, like another':
      return insert(cutMark(blocks), at, pick(ADVERTS, chance)).map((each, i) =>
        i % 3 === 0 ? editWords(each, 0.05, chance) : each,
      );
  }
}

/** Marks a phrase, a sentence or several blocks. For 'repeated' a phrase that stands in the text more than once. */
function markSomething(blocks: readonly string[], chance: Chance, kind: Kind) {
  const candidates = blocks.flatMap((block, i) => (block.length > 50 ? [i] : []));
  const index = candidates[chance(candidates.length)] ?? 0;
  const block = blocks[index] ?? '';
  const words = [...block.matchAll(block.includes(' ') ? /\S+/g : /[^\s。、]{1,8}/g)].map((match) => match.index);
  const phrase = kind === 'repeated' ? REFRAINS.find((each) => block.includes(each)) : undefined;
  const next = blocks[index + 1];
  if (phrase) {
    const start = block.indexOf(phrase);
    return { index, marked: blocks.map((each, i) => (i === index ? wrap(each, start, start + phrase.length) : each)) };
  }
  const isGone = kind.startsWith('deleted') || kind.startsWith('edited');
  if (!isGone && chance(6) === 0 && next && next.length > 20) {
    const start = words[Math.floor(words.length / 2)] ?? 0;
    const end = next.indexOf(' ', 12) === -1 ? next.length : next.indexOf(' ', 12);
    const marked = blocks.map((each, i) => {
      if (i === index) return `${each.slice(0, start)}${OPEN}${each.slice(start)}`;
      return i === index + 1 ? `${each.slice(0, end)}${CLOSE}${each.slice(end)}` : each;
    });
    return { index, marked };
  }
  const least = isGone ? 8 : 3;
  const first = chance(Math.max(1, words.length - least));
  const last = Math.min(words.length, first + least + chance(18));
  const start = words[first] ?? 0;
  const end = words[last] === undefined ? block.length : block.slice(0, words[last]).trimEnd().length;
  return { index, marked: blocks.map((each, i) => (i === index ? wrap(each, start, end) : each)) };
}

const wrap = (text: string, start: number, end: number): string =>
  `${text.slice(0, start)}${OPEN}${text.slice(start, end)}${CLOSE}${text.slice(end)}`;

function take(text: string): { readonly text: string; readonly at: TextPosition | undefined } {
  const start = text.indexOf(OPEN);
  const end = text.replace(OPEN, '').indexOf(CLOSE);
  const plain = text.replace(OPEN, '').replace(CLOSE, '');
  return { text: plain, at: start === -1 || end <= start ? undefined : { start, end } };
}

/** Changes words of the mark until that share of its letters is another. */
function editMark(blocks: readonly string[], share: number, chance: Chance): readonly string[] {
  return blocks.map((block) => {
    const [head, rest] = block.split(OPEN);
    const [marked, tail] = rest?.split(CLOSE) ?? [];
    if (head === undefined || marked === undefined || tail === undefined) return block;
    return `${head}${OPEN}${editLetters(marked, share, chance)}${CLOSE}${tail}`;
  });
}

/** At most that share of the letters, in whole words where words are short enough. */
function editLetters(text: string, share: number, chance: Chance): string {
  const parts = text.split(/(\s+)/);
  let left = Math.floor(text.length * share);
  for (let tries = 0; tries < 40 && left > 0; tries += 1) {
    const at = chance(parts.length);
    const word = parts[at] ?? '';
    if (word.trim() === '' || word.length > left) continue;
    const fresh = pick(FILLERS, chance);
    if (chance(3) === 0 || fresh.length > left) parts[at] = word.slice(1);
    else parts[at] = fresh;
    left -= Math.max(word.length, fresh.length);
  }
  return parts.join('');
}

function editAround(block: string, chance: Chance): string {
  const start = block.indexOf(OPEN);
  const end = block.indexOf(CLOSE);
  if (start === -1 || end === -1) return block;
  return `${editWords(block.slice(0, start), 0.15, chance)}${block.slice(start, end)}${editWords(block.slice(end), 0.15, chance)}`;
}

const editWords = (text: string, share: number, chance: Chance): string =>
  text.replace(/[\p{L}]{4,}/gu, (word) => (chance(100) < share * 100 ? pick(FILLERS, chance) : word));

const cutMark = (blocks: readonly string[]): readonly string[] =>
  blocks.map((block) =>
    block
      .replace(new RegExp(`${OPEN}[^${CLOSE}]*${CLOSE}`), '')
      .replace(/ {2,}/g, ' ')
      .trim(),
  );

const normaliseSigns = (text: string): string =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[—–]/g, '-')
    .replace(/…/g, '...')
    .replace(/\u00a0/g, ' ');

const loosen = (text: string, chance: Chance): string =>
  text
    .replace(/ /g, () => (chance(12) === 0 ? '\u00a0' : chance(12) === 0 ? '  ' : ' '))
    .replace(/(\p{L}{4})(?=\p{L}{3})/gu, (part) => (chance(5) === 0 ? `${part}\u00ad` : part));

const firstOf = (blocks: readonly string[]): number =>
  Math.max(
    0,
    blocks.findIndex((block) => block.includes(OPEN)),
  );
const lastOf = (blocks: readonly string[]): number => blocks.findIndex((block) => block.includes(CLOSE));
const isOneBlock = (block: string): boolean => block.includes(OPEN) && block.includes(CLOSE);
const insert = (all: readonly string[], at: number, one: string): readonly string[] => [
  ...all.slice(0, at),
  one,
  ...all.slice(at),
];
const without = (all: readonly string[], at: number, count: number): readonly string[] =>
  all.filter((_, i) => i < at || i >= at + count);
const pick = (from: readonly string[], chance: Chance): string => from[chance(from.length)] ?? '';

/** Texts of the demo site, as capture keeps them. */
function siteTexts(): readonly (readonly string[])[] {
  const folder = new URL('../site/expected/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n\n')
        .map((block) => block.trim()),
    )
    .filter((blocks) => blocks.filter((block) => block.length > 80).length > 2);
}

/** Heading, paragraphs, a list, a refrain that comes back: the shapes of articles, in words of nobody. */
function inventText(chance: Chance): readonly string[] {
  const voice = VOICES[chance(VOICES.length)] ?? VOICES[0];
  const sentence = () => {
    const words = Array.from({ length: 6 + chance(14) }, () => pick(voice?.words ?? [], chance));
    const text = words.join(voice?.space ?? ' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${voice?.stop ?? '.'}`;
  };
  const paragraph = () => Array.from({ length: 2 + chance(5) }, sentence).join(voice?.space ?? ' ');
  const refrain = pick(REFRAINS, chance);
  const blocks: string[] = [];
  for (let i = 0; i < 8 + chance(24); i += 1) {
    if (i % 7 === 6) blocks.push(sentence().slice(0, 40));
    else if (i % 5 === 4) blocks.push(sentence(), sentence());
    else blocks.push(i % 3 === 1 ? `${sentence()} ${refrain} ${paragraph()}` : paragraph());
  }
  return blocks;
}

function makeChance(seed: number): Chance {
  // mulberry32, in the public domain.
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const REFRAINS = [
  'Nobody asked the harbour.',
  'The cost — as ever — came later.',
  '“We measure twice,” the engineer said.',
  'It’s the queue that decides…',
];
const ADVERTS = [
  'Subscribe to our letter and get the week in six minutes, every Friday before breakfast.',
  'Sponsored: a chair that remembers how you sat, now with a lamp and a place for tea.',
  'Read more: the ten best lamps for people who think in the dark, tested by our desk.',
];
const FILLERS = [
  'copper',
  'window',
  'slowly',
  'never',
  'cheap',
  'their',
  'green',
  'seventh',
  'and',
  'loud',
  'paper',
  'it',
];
const VOICES = [
  {
    space: ' ',
    stop: '.',
    words: (
      'the a server harbour tide capacity who waits that cannot bargain was of for in slot year later engineers describe change ' +
      'plainer terms price visible model lab provider contract signed amendment pull request “quoted” it’s re-use energy—mostly ' +
      'between and or when machines sleep under snow every third night library keeps what readers mark without asking'
    ).split(' '),
  },
  {
    space: ' ',
    stop: '.',
    words: (
      'der die das Rechenzentrum Wärme Strom aber nicht immer z. B. „Zitat“ Leitung Größe Überlauf während niemand misst ' +
      'und oder mit ohne jedes Jahr wieder Kabel Hafen langsam teurer wird gebaut bleibt offen Vertrag'
    ).split(' '),
  },
  {
    space: '',
    stop: '。',
    words:
      '記事 を 読む 人 は 余白 に 書く 夜 の 港 で 機械 が 眠る 電力 価格 見える 契約 誰も 待つ 図書館 残す 速く 静か な'.split(
        ' ',
      ),
  },
  {
    space: ' ',
    stop: '.',
    words:
      'الخادم في الميناء لا ينتظر أحد كل عام يقرأ الناس النص ويكتبون في الهامش ثمن الطاقة واضح من دون عقد مكتبة تحفظ'.split(
        ' ',
      ),
  },
] as const;
