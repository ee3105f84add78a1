import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticle } from '../store/articles.ts';
import { createActions } from './actions.ts';
import { createSuggestions } from './suggest.ts';

describe('suggestions for the address bar', () => {
  it('are the best articles for what is typed, five at most, none of the trash', async () => {
    const store = aStore();
    const suggest = createSuggestions(store);
    expect(await suggest('tide')).toEqual([]);
    const ids = [];
    for (let n = 0; n < 7; n++) {
      const draft = await aDraft({ url: `https://daily.example/${n}`, title: `Tide tables ${n}` });
      ids.push((await keepArticle(store, draft)).articleId);
    }
    const [first] = ids;
    if (!first) throw new Error('They were kept.');
    await createActions(store).trash([first]);
    const found = await suggest('tide ta');
    expect(found).toHaveLength(5);
    expect(found.map(({ articleId }) => articleId)).not.toContain(first);
    expect(found[0]).toMatchObject({ plain: 'Tide tables 6 · Daily Example' });
    expect(await suggest('tide tables 3')).toMatchObject([{ markup: 'Tide tables 3 <dim>· Daily Example</dim>' }]);
    expect(await suggest('  ')).toEqual([]);
  });

  it('are well-formed where the browser reads them as XML', async () => {
    const store = aStore();
    await keepArticle(store, await aDraft({ title: 'C <b>& D\u0000 "quoted" \ud800' }));
    const [line] = await createSuggestions(store)('quoted');
    expect(line?.markup).toMatch(/^C &lt;b&gt;&amp; D &quot;quoted&quot; [^<&]* <dim>· Daily Example<\/dim>$/);
  });
});
