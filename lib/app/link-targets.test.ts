import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticle } from '../store/articles.ts';
import { addHighlight, changeHighlight, writeHighlightNote } from '../store/highlights.ts';
import { answered } from '../store/live.ts';
import { writeNote } from '../store/notes.ts';
import { createLinkTargets } from './link-targets.ts';

const quote = (exact: string) => ({ quote: { exact, prefix: '', suffix: '' } });

async function aPair() {
  const store = aStore();
  const { articleId: here } = await keepArticle(store, await aDraft({ url: 'https://a.example/1', title: 'Here' }));
  const { articleId: there } = await keepArticle(store, await aDraft({ url: 'https://b.example/2', title: 'There' }));
  const mark = await addHighlight(store, { ...quote('marked words'), articleId: here, colour: 'amber' });
  const linking = await addHighlight(store, { ...quote('others'), articleId: there, colour: 'blue' });
  const targets = createLinkTargets(store);
  async function backLinks() {
    const live = targets.backLinks(here);
    await answered(live);
    return live.value.status === 'ready' ? live.value.value : live.value;
  }
  return { store, targets, here, there, mark, linking, backLinks };
}

describe('links between notes', () => {
  it('offer articles and marks, the latest where nothing is typed', async () => {
    const { targets, here, there, mark } = await aPair();
    expect((await targets.find('', 5)).map(({ target }) => target)).toEqual(
      expect.arrayContaining([`article/${here}`, `article/${there}`, `mark/${mark.id}`]),
    );
    expect(await targets.find('MARKED', 5)).toContainEqual({
      target: `mark/${mark.id}`,
      label: 'marked words',
      from: 'Here',
    });
    expect(await targets.articleOf(mark.id)).toBe(here);
  });

  it('are seen from the other end, to the article and to a mark, until they are gone', async () => {
    const { store, backLinks, here, there, mark, linking } = await aPair();
    expect(await backLinks()).toEqual([]);
    await writeHighlightNote(store, linking.id, `See [[x|mark/${mark.id}]]`);
    await writeNote(store, { articleId: there }, `And [[Here|article/${here}]]`);
    expect(await backLinks()).toEqual([
      { source: `mark/${linking.id}`, title: 'There', note: `See [[x|mark/${mark.id}]]`, to: 'marked words' },
      { source: `article/${there}`, title: 'There', note: `And [[Here|article/${here}]]` },
    ]);
    await changeHighlight(store, linking.id, { deletedAt: store.now() });
    expect(await backLinks()).toHaveLength(1);
  });
});
