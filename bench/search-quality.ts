import 'fake-indexeddb/auto';
import { Document as FlexDocument } from 'flexsearch';
import MiniSearch from 'minisearch';
import { createSearch } from '../lib/app/search.ts';
import { untrusted } from '../lib/article/html.ts';
import type { ContentHash } from '../lib/article/ids.ts';
import { keepArticles } from '../lib/store/articles.ts';
import { openDatabase, type Store } from '../lib/store/database.ts';
import { tendIndex } from '../lib/store/tend-index.ts';
import { type JudgedArticle, type JudgedQuery, makeJudgedSet } from './search-quality/judged-set.ts';
import { chanceFrom } from './support/chance.ts';

// `npm run bench:search-quality`: how often what was sought is among the first that are found, beside two libraries on the
// same articles. Every right answer follows from how the articles were made (`search-quality/judged-set.ts`).

type Find = (typed: string, limit: number) => Promise<readonly number[]>;

const { articles, queries } = makeJudgedSet(chanceFrom(Number(process.argv[2] ?? 1)));
console.log(`${articles.length} articles in 6 languages, ${queries.length} queries\n`);
const engines: Readonly<Record<string, Find>> = {
  Lectern: await openLectern(articles),
  MiniSearch: openMiniSearch(articles),
  FlexSearch: openFlexSearch(articles),
};
const kinds = [...new Set(queries.map(({ kind }) => kind))];
const lines: Record<string, Record<string, string>> = {};
for (const [name, find] of Object.entries(engines)) {
  const isRight = await judge(find);
  const share = (some: readonly JudgedQuery[]): string =>
    (some.filter((query) => isRight.has(query)).length / some.length).toFixed(3);
  lines[name] = {
    'success@3': share(queries.filter(({ kind }) => kind !== 'typo')),
    'typo success@5': share(queries.filter(({ kind }) => kind === 'typo')),
    ...Object.fromEntries(kinds.map((kind) => [kind, share(queries.filter((query) => query.kind === kind))])),
  };
  if (name === 'Lectern') {
    for (const query of queries) {
      if (!isRight.has(query)) console.log(`missed (${query.kind}, ${query.language}): ${query.typed}`);
    }
  }
}
console.table(lines);

async function judge(find: Find): Promise<ReadonlySet<JudgedQuery>> {
  const right = new Set<JudgedQuery>();
  for (const query of queries) {
    const found = await find(query.typed, query.kind === 'typo' ? 5 : 3);
    if (found.some((id) => query.right.has(id))) right.add(query);
  }
  return right;
}

async function openLectern(all: readonly JudgedArticle[]): Promise<Find> {
  let moment = Date.UTC(2026, 0, 1);
  const store: Store = {
    db: openDatabase(),
    now: () => moment++,
    makeId: <Id extends string>() => crypto.randomUUID() as Id,
  };
  const numberOf = new Map<string, number>();
  for (let at = 0; at < all.length; at += 100) {
    const some = all.slice(at, at + 100);
    const kept = await keepArticles(
      store,
      some.map(({ id, language, title, text }) => ({
        url: `https://paper.example/${id}`,
        urlKey: `https://paper.example/${id}`,
        title,
        authors: [],
        siteName: 'Paper',
        excerpt: '',
        language,
        direction: 'ltr' as const,
        wordCount: 100,
        text: {
          body: { hash: String(id).padStart(64, '0') as ContentHash, html: untrusted(htmlOf(text)), byteLength: 1 },
          source: 'page' as const,
          wordCount: 100,
          pictures: [],
          warnings: [],
        },
      })),
    );
    for (const [i, { articleId }] of kept.entries()) numberOf.set(articleId, at + i);
    await tendIndex(store);
  }
  while (await tendIndex(store));
  const search = createSearch(store);
  return async (typed, limit) =>
    (await search.find(typed, 'relevance', limit)).ids.map((id) => numberOf.get(id) ?? Number.NaN);
}

function openMiniSearch(all: readonly JudgedArticle[]): Find {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  index.addAll([...all]);
  return async (typed, limit) =>
    index
      .search(typed, { boost: { title: 2 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' })
      .slice(0, limit)
      .map(({ id }) => Number(id));
}

function openFlexSearch(all: readonly JudgedArticle[]): Find {
  const index = new FlexDocument({
    document: { id: 'id', index: ['title', 'text'] },
    tokenize: 'forward',
    context: true,
  });
  for (const article of all) index.add({ ...article });
  return async (typed, limit) => {
    const found = index.search(typed, { limit, suggest: true }) as readonly { readonly result: readonly number[] }[];
    // The fields in turn, as its manual joins them.
    return [...new Set(found.flatMap(({ result }) => result))].slice(0, limit);
  };
}

function htmlOf(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('');
}
