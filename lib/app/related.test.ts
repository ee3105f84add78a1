import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { STORY_GROUPS } from '../../tests/support/story-groups.ts';
import { keepArticles } from '../store/articles.ts';
import { tendIndex } from '../store/tend-index.ts';
import { createRelated } from './related.ts';

/** Sentences that every paper prints, so that texts of unlike things have much in common. */
const FILLER = [
  'The company did not answer questions in time for this report, and its shares fell by two per cent on Monday.',
  'Experts disagree about what this means for the industry, for prices and for the people who work there.',
  'A spokesperson said that safety comes first, and that the team is working with the authorities on the matter.',
  'Researchers published their data and their code, so that others can repeat the measurement with other tools.',
  'It is not the first time that such a project took longer than planned, and it will hardly be the last.',
  'Readers can find the documents, the figures and a map of the site at the end of this article.',
];

async function aLibraryOfStories() {
  const store = aStore();
  const stories = STORY_GROUPS.flatMap((tellings, group) => tellings.map((telling, i) => ({ telling, group, i })));
  const drafts = await Promise.all(
    stories.map(({ telling, group, i }) => {
      const [title = '', gist = ''] = telling.split(' | ');
      const filler = [0, 1, 2].map((step) => FILLER[(group + i * 2 + step) % FILLER.length]);
      const html = `<p>${gist}</p>${filler.map((words) => `<p>${words}</p>`).join('')}`;
      return aDraft({ url: `https://paper-${i}.example/${group}`, title, html });
    }),
  );
  const kept = await keepArticles(store, drafts);
  while (await tendIndex(store));
  return { store, stories: stories.map((story, at) => ({ ...story, id: kept[at]?.articleId })) };
}

/** Normalised discounted cumulative gain of the first five; two others tell the same story. */
function ndcg(isRight: readonly boolean[]): number {
  const gain = isRight.slice(0, 5).reduce((sum, right, place) => sum + (right ? 1 / Math.log2(place + 2) : 0), 0);
  return gain / (1 + 1 / Math.log2(3));
}

describe('related articles', () => {
  it('are the other tellings of one event, with the words that both share', async () => {
    const { store, stories } = await aLibraryOfStories();
    expect(STORY_GROUPS.length).toBeGreaterThanOrEqual(40);
    const related = createRelated(store);
    const groupOf = new Map(stories.map(({ id, group }) => [id, group]));
    let sum = 0;
    for (const { id, group } of stories) {
      if (id === undefined) throw new Error('Every story was kept.');
      const found = await related(id, 5);
      sum += ndcg(found.map(({ articleId }) => groupOf.get(articleId) === group));
      for (const { words } of found) expect(words.length).toBeGreaterThan(0);
    }
    const mean = sum / stories.length;
    if (process.env['SHOW_FIGURES']) console.log(`nDCG@5 of related articles: ${mean.toFixed(3)}`);
    expect(mean).toBeGreaterThanOrEqual(0.85);
  }, 60_000);

  it('are none for an article that shares nothing', async () => {
    const store = aStore();
    const html = '<p>Nobody else writes of quokkas.</p>';
    const [quokka] = await keepArticles(store, [
      await aDraft({ url: 'https://daily.example/q', title: 'Quokkas', html }),
      await aDraft({ url: 'https://daily.example/r', title: 'Relays', html: '<p>A relay has two contacts.</p>' }),
    ]);
    expect(quokka && (await createRelated(store)(quokka.articleId, 5))).toEqual([]);
  });

  it('are no articles that share no more than a date, however few there are', async () => {
    const store = aStore();
    const dated = '<p>It opened on a Friday in September.</p>';
    const [bridge] = await keepArticles(store, [
      await aDraft({
        url: 'https://daily.example/b',
        title: 'A bridge for otters',
        html: `<p>Otters cross the road above the river now.</p><p>Their paths were counted by night for two years.</p>${dated}`,
      }),
      await aDraft({
        url: 'https://daily.example/l',
        title: 'The library of seeds',
        html: `<p>Barley, rye and old beans are lent out here like books.</p>${dated}`,
      }),
      await aDraft({
        url: 'https://daily.example/o',
        title: 'Otters return',
        html: '<p>The otters of the river were counted again, at night, by their paths above the weir.</p>',
      }),
    ]);
    while (await tendIndex(store));
    const found = bridge && (await createRelated(store)(bridge.articleId, 5));
    expect(found?.map(({ title }) => title)).toEqual(['Otters return']);
    expect(found?.[0]?.words).not.toContain('September');
  });

  /** What is related to the first of two articles, which are all there is. */
  async function relatedOfTwo(...stories: readonly (readonly [title: string, html: string])[]) {
    const store = aStore();
    const [first] = await keepArticles(
      store,
      await Promise.all(
        stories.map(([title, html], i) => aDraft({ url: `https://daily.example/${i}`, title, html: `<p>${html}</p>` })),
      ),
    );
    if (!first) throw new Error('Both were kept.');
    return createRelated(store)(first.articleId, 5);
  }

  it('are no articles that have the words of every text in common, where only two are kept', async () => {
    const train = [
      'The last night train',
      'What would they have done without it? The crew said that its time has come, and the work went on.',
    ] as const;
    const mushrooms = [
      'The mushrooms that came back',
      'They said that it would take time. What the work has done for the wood, nobody would have known.',
    ] as const;
    expect(await relatedOfTwo(train, mushrooms)).toEqual([]);
    expect(await relatedOfTwo(mushrooms, train)).toEqual([]);
  });

  it('are those of one name, where only two are kept', async () => {
    const found = await relatedOfTwo(
      ['Chips from an old mill', 'In the old mill of Vestergaard they now etch chips.'],
      ['A town without a baker', 'The last baker of Vestergaard has closed.'],
    );
    expect(found.map(({ words }) => words)).toEqual([['Vestergaard']]);
  });
});
