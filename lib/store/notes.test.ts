import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import { keepArticle } from './articles.ts';
import { writeNote } from './notes.ts';
import { readNote, readNotes } from './read-notes.ts';
import { changeReadings } from './readings.ts';

async function aKept(url = 'https://daily.example/a', store: TestStore = aStore()) {
  const { articleId } = await keepArticle(store, await aDraft({ url }));
  return { store, articleId };
}

describe('writeNote', () => {
  it('keeps the text as it stands after each keystroke', async () => {
    const { store, articleId } = await aKept();
    const typed = 'Why two?\n\n  indented';
    for (let length = 1; length <= typed.length; length += 1) {
      store.wait(40);
      await writeNote(store, { articleId }, typed.slice(0, length));
      expect((await readNote(store, articleId))?.text).toBe(typed.slice(0, length));
    }
    expect(await store.db.notes.count()).toBe(1);
  });

  it('merges what two windows typed at the same moment', async () => {
    const { store, articleId } = await aKept();
    await writeNote(store, { articleId }, 'quiet room');
    await Promise.all([
      writeNote(store, { articleId, former: 'quiet room' }, 'quiet room, at night'),
      writeNote(store, { articleId, former: 'quiet room' }, 'A quiet room'),
      writeNote(store, { articleId, former: 'A quiet room' }, 'A quiet room!'),
    ]);
    expect((await readNote(store, articleId))?.text).toBe('A quiet room!, at night');
  });

  it('starts a note that two windows begin at once with the words of both', async () => {
    const { store, articleId } = await aKept();
    const begin = (text: string) => writeNote(store, { articleId, former: '' }, text);
    await Promise.all([begin('one '), begin('two ')]);
    expect((await readNote(store, articleId))?.text).toBe('two one ');
  });

  it('keeps the last of keystrokes that were not waited for, in one note', async () => {
    const { store, articleId } = await aKept();
    const typed = 'Typed in a hurry';
    await Promise.all([...typed].map((_, i) => writeNote(store, { articleId }, typed.slice(0, i + 1))));
    expect((await store.db.notes.toArray()).map(({ text }) => text)).toEqual([typed]);
  });

  it('keeps the time of the first keystroke', async () => {
    const { store, articleId } = await aKept();
    const createdAt = store.wait();
    await writeNote(store, { articleId }, 'a');
    const updatedAt = store.wait();
    await writeNote(store, { articleId, createdAt }, 'ab');
    expect(await readNote(store, articleId)).toEqual({
      articleId,
      text: 'ab',
      createdAt,
      updatedAt,
      shownAt: updatedAt,
    });
  });

  it('shows no note of white space', async () => {
    const { store, articleId } = await aKept();
    await writeNote(store, { articleId }, ' \n ');
    expect(await readNotes(store, 10)).toEqual([]);
  });

  it('hides a note that was cleared, and shows it when it is written again', async () => {
    const { store, articleId } = await aKept();
    await writeNote(store, { articleId }, 'Hum');
    await writeNote(store, { articleId }, '');
    expect(await readNotes(store, 10)).toEqual([]);
    expect((await readNote(store, articleId))?.text).toBe('');
    await writeNote(store, { articleId }, 'Hum again');
    expect((await readNotes(store, 10)).map(({ text }) => text)).toEqual(['Hum again']);
  });

  it('keeps a note on an article in the trash hidden until the article is back', async () => {
    const { store, articleId } = await aKept();
    await changeReadings(store, [articleId], () => ({ trashedAt: store.now() }));
    await writeNote(store, { articleId, isTrashed: true }, 'Written in the trash');
    expect(await readNotes(store, 10)).toEqual([]);
    await changeReadings(store, [articleId], () => ({ trashedAt: undefined }));
    expect((await readNotes(store, 10)).map(({ text }) => text)).toEqual(['Written in the trash']);
  });
});

describe('readNotes', () => {
  it('gives the last written first, and no more than asked for', async () => {
    const { store, articleId: first } = await aKept();
    const { articleId: second } = await aKept('https://daily.example/b', store);
    const { articleId: third } = await aKept('https://daily.example/c', store);
    for (const id of [first, second, third, first]) {
      store.wait();
      await writeNote(store, { articleId: id }, `Note of ${store.now()}`);
    }
    expect((await readNotes(store, 2)).map(({ articleId }) => articleId)).toEqual([first, third]);
  });
});
