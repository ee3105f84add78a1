import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDraft, aStore, aText, type TestStore } from '../../tests/support/a-store.ts';
import { countReads } from '../../tests/support/count-reads.ts';
import { scanLibrary } from '../../tests/support/scan-library.ts';
import type { ArticleId } from '../article/ids.ts';
import { COLOURS, type Colour } from '../article/list.ts';
import { parseQuery } from '../search/parse-query.ts';
import { keepArticle, keepArticles } from '../store/articles.ts';
import { addHighlight, changeHighlight, type HighlightDraft, writeHighlightNote } from '../store/highlights.ts';
import { tendIndex } from '../store/tend-index.ts';
import { addText } from '../store/versions.ts';
import { createActions } from './actions.ts';
import { createSearch } from './search.ts';

const WORDS = [
  'study',
  'studies',
  'studying',
  'harbour',
  'harbours',
  'capacity',
  'capacitor',
  'capital',
  'node.js',
  'C++',
  'résumé',
  'éclair',
  '東京都',
  '京都',
  'the',
  'a',
  'an',
  'relay',
  'rely',
  'replay',
] as const;
const QUERIES = [
  'study',
  'studies ',
  'har',
  'c',
  'ca',
  'capa',
  'capac ',
  'node',
  'js ',
  'c++',
  'resume',
  '東京',
  '京',
  '都 ',
  '"the study"',
  '"a relay',
  'the -a',
  'study OR relay',
  'harbuor',
  'capacitro',
  'releay ',
  'capcity',
  'xyzzy',
  '-the',
  '"node.js the"',
  'has:mark',
  'has:note study',
  'colour:rose',
  'tag:study',
  '-has:mark relay',
];

const word = fc.constantFrom(...WORDS);
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const article = fc.nat({ max: 5 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      article,
      title: text,
      text,
      language: fc.constantFrom('en', 'de', undefined),
    }),
  },
  fc.record({ kind: fc.constant('import' as const), texts: fc.array(text, { maxLength: 60 }) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('write' as const), article, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('update' as const), article, text }) },
  fc.record({ kind: fc.constantFrom('tag' as const, 'untag' as const), article, tag: word }),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('mark' as const), article, text, colour: fc.constantFrom(...COLOURS) }),
  },
  fc.record({ kind: fc.constant('note-mark' as const), article, text }),
  fc.record({ kind: fc.constantFrom('unmark' as const, 'remark' as const), article }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('trash' as const, 'restore' as const), article }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tend' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

let imported = 0;

const aMark = (articleId: ArticleId, exact: string, colour: Colour): HighlightDraft => ({
  articleId,
  colour,
  quote: { exact, prefix: '', suffix: '' },
});

async function take(store: TestStore, ids: Map<number, ArticleId>, one: Step): Promise<void> {
  store.wait();
  const actions = createActions(store);
  if (one.kind === 'save') {
    const draft = await aDraft({
      url: `https://daily.example/${one.article}`,
      title: one.title,
      html: `<p>${one.text}</p>`,
    });
    const kept = await keepArticle(store, one.language === undefined ? draft : { ...draft, language: one.language });
    ids.set(one.article, kept.articleId);
  } else if (one.kind === 'import') {
    await keepArticles(
      store,
      await Promise.all(
        one.texts.map((html) => aDraft({ url: `https://other.example/${imported++}`, title: 'Study', html })),
      ),
    );
  } else if (one.kind === 'tend') {
    while (await tendIndex(store));
  } else {
    const id = ids.get(one.article);
    if (id === undefined) return;
    if (one.kind === 'write') await actions.writeNote({ articleId: id }, one.text);
    else if (one.kind === 'update') await addText(store, id, await aText(`<p>${one.text}</p>`));
    else if (one.kind === 'tag') await actions.tag(id, one.tag);
    else if (one.kind === 'mark') await addHighlight(store, aMark(id, one.text, one.colour));
    else if (one.kind === 'note-mark' || one.kind === 'unmark' || one.kind === 'remark') {
      const [mark] = await store.db.highlights.where({ articleId: id }).toArray();
      if (mark === undefined) return;
      if (one.kind === 'note-mark') await writeHighlightNote(store, mark.id, `${one.text} #study`);
      else await changeHighlight(store, mark.id, { deletedAt: one.kind === 'unmark' ? store.now() : undefined });
    } else if (one.kind === 'untag') await actions.untag(id, one.tag);
    else await actions[one.kind]([id]);
  }
}

/** How many documents each segment has, those that were left behind by one that is gone among them; the most first. */
async function documentCounts({ db }: ReturnType<typeof aStore>): Promise<readonly number[]> {
  const rows = await db.indexDocuments.toArray();
  const bySegment = [...Map.groupBy(rows, ({ segmentId }) => segmentId).values()];
  return bySegment.map((own) => own.reduce((sum, { keys }) => sum + keys.length, 0)).sort((a, b) => b - a);
}

describe('the search', () => {
  it('answers as a scan of everything after any sequence of changes, merged or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30, size: 'max' }), async (steps) => {
        const store = aStore();
        const search = createSearch(store);
        const ids = new Map<number, ArticleId>();
        for (const [i, one] of steps.entries()) {
          await take(store, ids, one);
          // The session lives through changes; what it remembers must not go stale.
          if (i % 7 === 0) await search.find('study', 'relevance', 10);
        }
        for (const typed of QUERIES) {
          const { query } = parseQuery(typed, { lists: [], now: store.now() });
          const { ids: found, count } = await search.find(typed, 'relevance', 1000);
          const truth = await scanLibrary(store, query);
          expect([typed, [...found].sort()]).toEqual([typed, truth]);
          expect(count).toBe(truth.length);
        }
      }),
      { numRuns: Number(process.env['SEARCH_RUNS'] ?? 12) },
    );
  }, 60_000);

  it('answers questions asked at once each with what was just written', async () => {
    const store = aStore();
    const [one, other] = [createSearch(store), createSearch(store)];
    const counts = async () =>
      (await Promise.all([one, other, one].map((search) => search.find('harbour ', 'relevance', 10)))).map(
        ({ count }) => count,
      );
    for (const kept of [1, 2, 3]) {
      await keepArticle(store, await aDraft({ url: `https://daily.example/${kept}`, html: '<p>harbour</p>' }));
      expect(await counts()).toEqual([kept, kept, kept]);
    }
    while (await tendIndex(store));
    await keepArticles(
      store,
      await Promise.all(
        [...Array(60).keys()].map((n) => aDraft({ url: `https://other.example/${n}`, html: 'harbour' })),
      ),
    );
    expect(await counts()).toEqual([63, 63, 63]);
  });

  it('reads the index once for all that asks of it on one page', async () => {
    const store = aStore();
    const draft = (n: number) => aDraft({ url: `https://other.example/${n}`, html: 'harbour' });
    await keepArticles(store, await Promise.all([...Array(60).keys()].map(draft)));
    while (await tendIndex(store));
    const search = createSearch(store);
    await search.find('harbour ', 'relevance', 1);
    const first = await countReads(store.db, () => search.find('harbour ', 'relevance', 1));
    const second = await countReads(store.db, () => createSearch(store).find('harbour ', 'relevance', 1));
    expect(second).toEqual(first);
  });

  it('has read the head of the index once it is warm, so that the first letter waits for its words alone', async () => {
    const store = aStore();
    const draft = (n: number) => aDraft({ url: `https://other.example/${n}`, html: 'harbour' });
    await keepArticles(store, await Promise.all([...Array(60).keys()].map(draft)));
    while (await tendIndex(store));
    const find = (search: ReturnType<typeof createSearch>) => () => search.find('harbour ', 'relevance', 1);
    const cold = await countReads(store.db, find(createSearch(store)));
    const other = { ...store, db: aStore(store.db.name).db };
    const search = createSearch(other);
    await search.warm();
    const warm = await countReads(other.db, find(search));
    expect(warm.rows).toBeLessThan(cold.rows);
  });

  it('finds an article by what was marked in it, and shows the mark', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft({ html: '<p>Nothing of the sort.</p>' }));
    const mark = await addHighlight(store, aMark(articleId, 'a tidal lock', 'green'));
    await writeHighlightNote(store, mark.id, 'compare the canal');
    const search = createSearch(store);
    for (const typed of ['tidal', 'canal', 'has:mark', 'colour:green canal']) {
      expect((await search.find(typed, 'relevance', 10)).ids, typed).toEqual([articleId]);
    }
    const { instead } = await search.find('tidal', 'relevance', 10);
    const found = (await search.texts('tidal', instead, [articleId])).get(articleId);
    expect(found).toMatchObject({ from: 'mark', snippet: { text: 'a tidal lock', marks: [[2, 7]] } });
  });

  it('has one entry for a note, however many letters were typed', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft());
    const before = await store.db.indexDeltas.count();
    const actions = createActions(store);
    for (const text of ['h', 'ha', 'har', 'harb']) await actions.writeNote({ articleId }, text);
    expect(await store.db.indexDeltas.count()).toBe(before + 1);
    expect((await createSearch(store).find('has:note harb', 'relevance', 10)).ids).toEqual([articleId]);
  });

  it('merges segments of one size, and leaves nothing of them behind', async () => {
    const store = aStore();
    for (let round = 0; round < 4; round++) {
      const drafts = Array.from({ length: 49 }, (_, i) =>
        aDraft({ url: `https://other.example/m${round}-${i}`, html: 'relay' }),
      );
      await keepArticles(store, await Promise.all(drafts));
      await tendIndex(store);
    }
    while (await tendIndex(store));
    const segments = await store.db.indexSegments.toArray();
    expect(await documentCounts(store)).toEqual([196]);
    const blocks = await store.db.indexBlocks.toArray();
    expect(new Set(blocks.map(({ segmentId }) => segmentId))).toEqual(new Set(segments.map(({ id }) => id)));
    expect((await createSearch(store).find('relay', 'relevance', 10)).count).toBe(196);
  });

  it('merges small segments also where a larger one came after them', async () => {
    const store = aStore();
    const words = (n: number) => Array.from({ length: 300 }, (_, i) => `w${n}x${i}`).join(' ');
    for (let round = 0; round < 5; round++) {
      const drafts = Array.from({ length: 49 }, (_, i) =>
        aDraft({ url: `https://other.example/s${round}-${i}`, html: round === 4 ? `relay ${words(i)}` : 'relay' }),
      );
      await keepArticles(store, await Promise.all(drafts));
      // Each round a segment.
      await tendIndex(store);
    }
    while (await tendIndex(store));
    expect(await documentCounts(store)).toEqual([196, 49]);
    expect((await createSearch(store).find('relay', 'relevance', 10)).count).toBe(245);
  });
});
