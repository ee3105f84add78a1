import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticle } from '../store/articles.ts';
import { addHighlight, writeHighlightNote } from '../store/highlights.ts';
import { readLists } from '../store/lists.ts';
import { writeNote } from '../store/notes.ts';
import { readPassages } from '../store/read-passages.ts';
import { changeReadings } from '../store/readings.ts';
import { filterPassages, type PassageFilter } from './notebook.ts';
import { addToList, createList, tagArticle, untagArticle } from './organise.ts';

const quote = (exact: string) => ({ quote: { exact, prefix: '', suffix: '' } });

async function aNotebook() {
  const store = aStore();
  const { articleId: one } = await keepArticle(
    store,
    await aDraft({ url: 'https://a.example/1', title: 'Große Kälte' }),
  );
  const { articleId: other } = await keepArticle(store, await aDraft({ url: 'https://b.example/2', title: 'Heat' }));
  store.wait();
  const cold = await addHighlight(store, { ...quote('never warm'), articleId: one, colour: 'green' });
  await writeHighlightNote(store, cold.id, 'Why? #Physics');
  store.wait();
  await addHighlight(store, { ...quote('always warm'), articleId: other, colour: 'rose' });
  store.wait();
  await writeNote(store, { articleId: other }, 'Ask again. #later');
  return { store, one, other };
}

const said = ({ mark, note }: { mark?: { quote: { exact: string } }; note?: { text: string } }) =>
  mark?.quote.exact ?? note?.text;

describe('the notebook', () => {
  it('has marks and notes, latest first, and none of articles in the trash', async () => {
    const { store, one } = await aNotebook();
    const all = await readPassages(store, 100);
    expect(all.map(said)).toEqual(['Ask again. #later', 'always warm', 'never warm']);
    expect((await readPassages(store, 1)).map(said)).toEqual(['Ask again. #later', 'always warm']);
    await changeReadings(store, [one], () => ({ trashedAt: store.now() }));
    expect((await readPassages(store, 100)).map(said)).toEqual(['Ask again. #later', 'always warm']);
  });

  it('is narrowed by words, colour, tag, list, site and time, and by all at once', async () => {
    const { store, one, other } = await aNotebook();
    await createList(store, 'Cold');
    const [list] = await readLists(store);
    if (!list) throw new Error('No list.');
    await addToList(store, list, one);
    await tagArticle(store, other, 'Weather');
    const all = await readPassages(store, 100);
    const found = (filter: PassageFilter) => filterPassages(all, filter).map(said);
    expect(found({ typed: 'grosse WARM' })).toEqual(['never warm']);
    expect(found({ colour: 'rose' })).toEqual(['always warm']);
    expect(found({ tagKey: 'physics' })).toEqual(['never warm']);
    expect(found({ tagKey: 'weather' })).toEqual(['Ask again. #later', 'always warm']);
    expect(found({ listId: list.id })).toEqual(['never warm']);
    expect(found({ site: 'Daily Example', isNoted: true })).toEqual(['Ask again. #later', 'never warm']);
    expect(found({ site: 'Other' })).toEqual([]);
    const [latest] = all;
    expect(found({ since: latest?.at })).toEqual(['Ask again. #later']);
    expect(found({ until: latest?.at, typed: 'warm', isNoted: true })).toEqual(['never warm']);
  });

  it('names tags as the library spells them, and those of a note alone as they were written', async () => {
    const { store, one } = await aNotebook();
    await tagArticle(store, one, 'PHYSICS');
    const tags = (await readPassages(store, 100)).map((passage) => [said(passage), passage.tags]);
    expect(tags).toEqual([
      ['Ask again. #later', [{ tagKey: 'later', label: 'later' }]],
      ['always warm', []],
      ['never warm', [{ tagKey: 'physics', label: 'PHYSICS' }]],
    ]);
    await untagArticle(store, one, 'physics');
    expect((await readPassages(store, 100)).at(-1)?.tags).toEqual([{ tagKey: 'physics', label: 'Physics' }]);
  });
});
