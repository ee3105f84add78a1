import type { Chance } from './chance.ts';

type Words = readonly [string, ...string[]];

const SUBJECTS: Words = [
  'A small database',
  'The quiet compiler',
  'Open hardware',
  'A tidal data centre',
  'The weather satellite',
  'Our build server',
  'A museum of modems',
  'The city’s traffic model',
  'Cheap e-paper',
  'An old mainframe',
  'The browser cache',
  'A solar-powered library',
  'The last fax line',
  'Battery recycling',
  'The railway signal',
  'A pocket synthesiser',
];
const VERBS: Words = ['outlives', 'explains', 'slows', 'repairs', 'measures', 'rewrites', 'borrows from', 'outruns'];
const OBJECTS: Words = [
  'its own manual',
  'three decades of fashion',
  'the night shift',
  'a harbour town',
  'the speed of light',
  'every second sensor',
  'the export rules',
  'a million small files',
  'the memory of its makers',
  'ten thousand kitchens',
];
const ENDINGS: Words = [
  '',
  '',
  ', and nobody noticed',
  ', one winter at a time',
  ': a field report',
  ', in numbers',
  '?',
];
const SITES: Words = [
  'circuit-post.example',
  'harbour-stack.example',
  'quiet-kernel.example',
  'ledger-of-machines.example',
  'lens-and-loop.example',
  'bytewright.example',
  'north-antenna.example',
  'slow-signal.example',
];
const SENTENCES: Words = [
  'The first version ran on a machine that had been left in a cupboard.',
  'Nobody had asked for it, which is perhaps why it was finished.',
  'Every morning the log held one line more than the evening before.',
  'The engineers counted the failures by hand and found a pattern in the tides.',
  'It costs less than the cable that leads to it.',
  'A second team repeated the measurement with other tools and came to the same numbers.',
];

/** What is invented of an article: the rest of its rows follows from it. */
export interface InventedArticle {
  readonly title: string;
  readonly siteName: string;
  readonly host: string;
  readonly url: string;
  readonly excerpt: string;
  readonly html: string;
}

/** The number stands in title and address, so that no two articles are the same. */
export function inventArticle(number: number, chance: Chance): InventedArticle {
  const subject = chance.pick(SUBJECTS);
  const title = `${subject} ${chance.pick(VERBS)} ${chance.pick(OBJECTS)}${chance.pick(ENDINGS)} (${number})`;
  const host = chance.pick(SITES);
  const paragraphs = Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => chance.pick(SENTENCES)).join(' '));
  return {
    title,
    siteName: host.replace('.example', '').replaceAll('-', ' '),
    host,
    url: `https://${host}/story/${number}`,
    excerpt: chance.pick(SENTENCES),
    html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''),
  };
}
