import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticle } from './articles.ts';
import { readBriefRows } from './brief-rows.ts';
import { writeNote } from './notes.ts';
import { changeReadings } from './readings.ts';

async function aShelf() {
  const store = aStore();
  const ids = [];
  for (const title of ['First', 'Second', 'Third']) {
    store.wait();
    ids.push((await keepArticle(store, await aDraft({ url: `https://daily.example/${title}`, title }))).articleId);
  }
  const [first, second, third] = ids;
  if (!first || !second || !third) throw new Error('Nothing was kept.');
  return { store, first, second, third };
}

describe('readBriefRows', () => {
  it('gives the newest on the shelf first, and no more than asked for', async () => {
    const { store, second, third } = await aShelf();
    const rows = await readBriefRows(store, 'inbox', 2);
    expect(rows.map(({ article }) => article.id)).toEqual([third, second]);
    expect(rows.map(({ reading }) => reading.articleId)).toEqual([third, second]);
  });

  it('leaves out what stands on another shelf', async () => {
    const { store, first, second, third } = await aShelf();
    await changeReadings(store, [second], () => ({ archivedAt: store.wait() }));
    expect((await readBriefRows(store, 'inbox', 9)).map(({ article }) => article.id)).toEqual([third, first]);
    expect((await readBriefRows(store, 'archive', 9)).map(({ article }) => article.id)).toEqual([second]);
  });

  it('knows which have a note, and counts no cleared one', async () => {
    const { store, first, second } = await aShelf();
    await writeNote(store, { articleId: first }, 'Hum');
    await writeNote(store, { articleId: second }, 'Hum');
    await writeNote(store, { articleId: second }, ' ');
    expect((await readBriefRows(store, 'inbox', 9)).map(({ hasNote }) => hasNote)).toEqual([false, false, true]);
  });
});
