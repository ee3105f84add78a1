import { describe, expect, it } from 'vitest';
import { aDraft, aStore, aText, type TestStore } from '../../tests/support/a-store.ts';
import { MAX_PICTURES } from '../article/capture.ts';
import { keepArticle } from './articles.ts';
import { addList } from './change-lists.ts';
import { findArticleByUrlKey } from './find-by-url.ts';
import { putOnList } from './list-entries.ts';
import { readListOrder } from './lists.ts';
import { writeNote } from './notes.ts';
import { readPictures } from './pictures.ts';
import { readArticle } from './read-article.ts';
import { readNotes } from './read-notes.ts';
import { readBody, readVersions } from './read-versions.ts';
import { changeReadings, readReading } from './readings.ts';
import { addText, showVersion } from './versions.ts';

const LEAD = 'https://daily.example/lead.jpg';

/** What the search index has of one article. */
const INDEX = { indexDeltas: 1 };

async function countAll({ db }: TestStore) {
  const counts = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const));
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

async function shownHtml(store: TestStore, articleId: Parameters<typeof readArticle>[1]) {
  const article = await readArticle(store, articleId);
  return article && (await readBody(store, article))?.html;
}

describe('keepArticle', () => {
  it('keeps metadata, text, reading state and picture queue of a new page', async () => {
    const store = aStore();
    const { status, articleId } = await keepArticle(
      store,
      await aDraft({ html: '<p>Hum.</p>', pictureUrls: ['https://daily.example/1.jpg'] }),
    );
    expect(status).toBe('saved');
    expect(await countAll(store)).toEqual({ articles: 1, versions: 1, bodies: 1, readings: 1, pictures: 1, ...INDEX });
    expect(await readArticle(store, articleId)).toMatchObject({ title: 'The quiet room', savedAt: store.now() });
    expect(await shownHtml(store, articleId)).toBe('<p>Hum.</p>');
    expect((await readReading(store, articleId))?.shelves).toEqual({ inbox: store.now() });
  });

  it('stores no text inside the metadata', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft());
    expect(await readArticle(store, articleId)).not.toHaveProperty('text');
  });

  it('changes nothing of a page that is here', async () => {
    const store = aStore();
    const first = await keepArticle(store, await aDraft({ html: '<p>Old.</p>' }));
    const before = await readArticle(store, first.articleId);
    store.wait();
    const second = await keepArticle(store, await aDraft({ title: 'Another title', html: '<p>New.</p>' }));
    expect(second).toEqual({ status: 'already-saved', articleId: first.articleId });
    expect(await readArticle(store, first.articleId)).toEqual(before);
    expect(await countAll(store)).toEqual({ articles: 1, versions: 1, bodies: 1, readings: 1, ...INDEX });
  });

  it('takes addresses that differ in tracking, scheme and www for one page', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft({ url: 'https://www.daily.example/a?utm_source=x' }));
    expect(await keepArticle(store, await aDraft({ url: 'http://daily.example/a#part' }))).toEqual({
      status: 'already-saved',
      articleId,
    });
    expect((await findArticleByUrlKey(store, 'https://daily.example/a'))?.id).toBe(articleId);
  });

  it('brings an article back from the trash with its list, tag and note', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft());
    const listId = await addList(store, 'Weekend', () => ({ colour: 'green', rank: 'm' }));
    await putOnList(store, listId, articleId, () => 'm');
    await writeNote(store, { articleId }, 'Ask about the hum.');
    await changeReadings(store, [articleId], () => ({ trashedAt: store.wait() }));
    expect(await readListOrder(store, listId)).toEqual([]);
    store.wait();
    expect(await keepArticle(store, await aDraft())).toEqual({ status: 'restored', articleId });
    expect((await readReading(store, articleId))?.trashedAt).toBeUndefined();
    expect(await readListOrder(store, listId)).toEqual([articleId]);
    expect((await readNotes(store, 10)).map(({ text }) => text)).toEqual(['Ask about the hum.']);
  });

  it('keeps a link without a text, and gives it its text and metadata later', async () => {
    const store = aStore();
    const { status, articleId } = await keepArticle(store, await aDraft({ title: 'A link', html: undefined }));
    expect(status).toBe('saved');
    expect(await shownHtml(store, articleId)).toBeUndefined();
    const savedAt = store.now();
    store.wait();
    expect(await keepArticle(store, await aDraft({ html: undefined }))).toEqual({ status: 'already-saved', articleId });
    const full = await aDraft({ title: 'The quiet room', html: '<p>Hum.</p>', wordCount: 812 });
    expect(await keepArticle(store, full)).toEqual({ status: 'text-added', articleId });
    expect(await shownHtml(store, articleId)).toBe('<p>Hum.</p>');
    expect(await readArticle(store, articleId)).toMatchObject({ title: 'The quiet room', wordCount: 812, savedAt });
  });

  it('gives a link in the trash its text and brings it back', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft({ html: undefined }));
    await changeReadings(store, [articleId], () => ({ trashedAt: store.now() }));
    expect(await keepArticle(store, await aDraft({ html: '<p>Hum.</p>' }))).toEqual({ status: 'restored', articleId });
    expect(await shownHtml(store, articleId)).toBe('<p>Hum.</p>');
  });

  it('makes one article of 20 simultaneous saves of one page', async () => {
    const store = aStore();
    const draft = await aDraft({ pictureUrls: [LEAD] });
    const kept = await Promise.all(Array.from({ length: 20 }, () => keepArticle(store, draft)));
    expect(new Set(kept.map(({ articleId }) => articleId)).size).toBe(1);
    expect(kept.filter(({ status }) => status === 'saved')).toHaveLength(1);
    expect(await countAll(store)).toEqual({ articles: 1, versions: 1, bodies: 1, readings: 1, pictures: 1, ...INDEX });
  });

  it('makes one article of simultaneous saves in two pages of the extension', async () => {
    const one = aStore();
    const other = aStore(one.db.name);
    const draft = await aDraft();
    const kept = await Promise.all(Array.from({ length: 20 }, (_, i) => keepArticle(i % 2 === 0 ? one : other, draft)));
    expect(new Set(kept.map(({ articleId }) => articleId)).size).toBe(1);
    expect(await one.db.articles.count()).toBe(1);
  });

  it.each(['articles', 'versions', 'bodies', 'readings', 'pictures'] as const)(
    'leaves nothing at all when %s can not be written',
    async (name) => {
      const store = aStore();
      const fail = () => {
        throw new Error('The disk is full.');
      };
      store.db.table(name).hook('creating', fail);
      const draft = await aDraft({ pictureUrls: [LEAD] });
      await expect(keepArticle(store, draft)).rejects.toThrow('The disk is full.');
      expect(await countAll(store)).toEqual({});
      store.db.table(name).hook('creating').unsubscribe(fail);
      expect((await keepArticle(store, draft)).status).toBe('saved');
    },
  );

  it('leaves the trash as it was when a text can not be written', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft({ html: undefined }));
    await changeReadings(store, [articleId], () => ({ trashedAt: store.now() }));
    const before = await readReading(store, articleId);
    store.db.bodies.hook('creating', () => {
      throw new Error('The disk is full.');
    });
    store.wait();
    await expect(keepArticle(store, await aDraft())).rejects.toThrow();
    expect(await readReading(store, articleId)).toEqual(before);
  });

  it('keeps one body for the same text at two addresses', async () => {
    const store = aStore();
    await keepArticle(store, await aDraft({ url: 'https://daily.example/a', html: '<p>Same.</p>' }));
    await keepArticle(store, await aDraft({ url: 'https://daily.example/b', html: '<p>Same.</p>' }));
    expect(await countAll(store)).toMatchObject({ articles: 2, versions: 2, bodies: 1 });
  });

  it('queues the lead picture first and the others in the order of the text, all due at once', async () => {
    const store = aStore();
    const urls = ['https://daily.example/1.jpg', 'https://daily.example/2.jpg', LEAD, 'https://daily.example/3.jpg'];
    await keepArticle(store, await aDraft({ pictureUrls: urls, leadPictureUrl: LEAD }));
    const due = await store.db.pictures.where('queuedFor').belowOrEqual(store.now()).toArray();
    expect(due.map(({ url }) => url)).toEqual([LEAD, ...urls.filter((url) => url !== LEAD)]);
  });
});

describe('addText', () => {
  async function aKept(html = '<p>Old.</p>', wordCount = 100) {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft({ html, wordCount }));
    store.wait();
    return { store, articleId };
  }

  it('shows a text that is not shorter, and keeps the old version as it was', async () => {
    const { store, articleId } = await aKept();
    const [old] = await readVersions(store, articleId);
    const updated = await addText(store, articleId, await aText('<p>New.</p>', { wordCount: 90 }));
    expect(updated).toMatchObject({ status: 'updated', formerVersionId: old?.id });
    expect(await shownHtml(store, articleId)).toBe('<p>New.</p>');
    const versions = await readVersions(store, articleId);
    expect(versions).toHaveLength(2);
    expect(versions[1]).toEqual(old);
    expect(await readArticle(store, articleId)).toMatchObject({ wordCount: 90, versionId: versions[0]?.id });
  });

  it('says that a text is unchanged and adds no version', async () => {
    const { store, articleId } = await aKept();
    expect(await addText(store, articleId, await aText('<p>Old.</p>'))).toEqual({ status: 'unchanged' });
    expect(await readVersions(store, articleId)).toHaveLength(1);
  });

  it.each([
    ['shorter', { wordCount: 89 }],
    ['partial', { wordCount: 500, warnings: ['teaser' as const] }],
    ['a selection', { wordCount: 500, source: 'selection' as const }],
  ])('keeps a text aside that is %s', async (_, parts) => {
    const { store, articleId } = await aKept();
    const before = await readArticle(store, articleId);
    const updated = await addText(store, articleId, await aText('<p>Less.</p>', parts));
    expect(updated).toMatchObject({ status: 'kept-aside', wordCount: parts.wordCount });
    expect(await readArticle(store, articleId)).toEqual(before);
    expect((await readVersions(store, articleId)).map(({ wordCount }) => wordCount)).toEqual([parts.wordCount, 100]);
  });

  it('shows the first text of a link, however short', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft({ html: undefined }));
    const text = await aText('<p>Part.</p>', { wordCount: 1, warnings: ['teaser'] });
    expect(await addText(store, articleId, text)).toMatchObject({ status: 'updated', formerVersionId: undefined });
    expect(await shownHtml(store, articleId)).toBe('<p>Part.</p>');
  });

  it('tells that an article is not here', async () => {
    const store = aStore();
    const { articleId } = await aKept();
    expect(await addText(store, articleId, await aText('<p>x</p>'))).toEqual({ status: 'gone' });
    expect(await countAll(store)).toEqual({});
  });

  it('queues only the pictures that are new', async () => {
    const store = aStore();
    const one = 'https://daily.example/1.jpg';
    const two = 'https://daily.example/2.jpg';
    const { articleId } = await keepArticle(store, await aDraft({ html: '<p>Old.</p>', pictureUrls: [one] }));
    await addText(store, articleId, await aText('<p>New.</p>', { pictureUrls: [two, one] }));
    expect((await readPictures(store, articleId)).map(({ url }) => url).sort()).toEqual([one, two]);
  });

  it('never queues more pictures for an article than its limit, over all versions', async () => {
    const store = aStore();
    const urls = (version: string) =>
      Array.from({ length: MAX_PICTURES - 50 }, (_, i) => `https://daily.example/${version}/${i}.jpg`);
    const { articleId } = await keepArticle(store, await aDraft({ html: '<p>Old.</p>', pictureUrls: urls('a') }));
    await addText(store, articleId, await aText('<p>New.</p>', { pictureUrls: urls('b') }));
    expect(await readPictures(store, articleId)).toHaveLength(MAX_PICTURES);
  });

  it('shows a former version again, and no version of another article', async () => {
    const { store, articleId } = await aKept();
    const [old] = await readVersions(store, articleId);
    await addText(store, articleId, await aText('<p>New.</p>'));
    const other = await keepArticle(store, await aDraft({ url: 'https://daily.example/other' }));
    const [foreign] = await readVersions(store, other.articleId);
    if (!old || !foreign) throw new Error('Both articles have a version.');
    await showVersion(store, articleId, foreign.id);
    expect(await shownHtml(store, articleId)).toBe('<p>New.</p>');
    await showVersion(store, articleId, old.id);
    expect(await shownHtml(store, articleId)).toBe('<p>Old.</p>');
  });
});
