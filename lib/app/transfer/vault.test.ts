import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../../tests/support/a-store.ts';
import { asOfSchema } from '../../../tests/support/older-vault.ts';
import { contentHash } from '../../article/content-hash.ts';
import type { SafeHtml } from '../../article/html.ts';
import type { ArticleId } from '../../article/ids.ts';
import { createSanitiser } from '../../safety/sanitise-html.ts';
import { keepArticle } from '../../store/articles.ts';
import { openDatabase } from '../../store/database.ts';
import { forgottenTables } from '../../store/hanging-tables.ts';
import { addHighlight, changeHighlight, writeHighlightNote } from '../../store/highlights.ts';
import { MIGRATIONS } from '../../store/migrations.ts';
import { writeNote } from '../../store/notes.ts';
import { keepPictureFile } from '../../store/pictures.ts';
import { changeReadings, keepPlace } from '../../store/readings.ts';
import { addTag, removeTag } from '../../store/tags.ts';
import { SCHEMA_VERSION } from '../../store/vault-rows.ts';
import { type OpenedVault, openVault } from '../../transfer/vault/read-vault.ts';
import { addToNewList } from './../organise.ts';
import { makeVault } from './make-vault.ts';
import { restoreVault } from './restore-vault.ts';

const { window } = new JSDOM('');
const sanitise = createSanitiser(window as unknown as Parameters<typeof createSanitiser>[0]);
const parse = (html: SafeHtml) => {
  const template = window.document.createElement('template');
  template.innerHTML = html;
  return template.content;
};
const toHtml = (node: Node) => {
  const box = window.document.createElement('div');
  box.append(node.cloneNode(true));
  return box.innerHTML;
};

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='),
  (c) => c.charCodeAt(0),
);

async function vaultOf(store: TestStore, base?: ReadonlyMap<string, string>): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const sink = async (piece: Uint8Array<ArrayBuffer>) => void pieces.push(piece);
  await makeVault({ store, sanitise, parse, toHtml }, sink, () => undefined, new AbortController().signal, base);
  return new Blob(pieces);
}

async function open(blob: Blob): Promise<OpenedVault> {
  const vault = await openVault(blob, SCHEMA_VERSION);
  if (vault.status !== 'opened') throw new Error(`It was ${vault.status}`);
  return vault;
}

const hashOf = async (blob: Blob) => contentHash(new Uint8Array(await blob.arrayBuffer()));
const restore = async (store: TestStore, blob: Blob) => restoreVault(store, await open(blob), () => undefined);

/** A library with everything in it. */
async function aFullLibrary(): Promise<TestStore> {
  const store = aStore();
  const ids: ArticleId[] = [];
  for (let n = 0; n < 6; n++) {
    const picture = `https://lamp.example/${n}.png`;
    const html = `<p>Text ${n} of a <a href="https://x.example/">link</a> 漢字 &amp; שלום <img src="${picture}" alt="A lamp"></p><script>alert(1)</script>`;
    const { articleId } = await keepArticle(
      store,
      await aDraft({
        url: `https://lamp.example/${n}`,
        title: n === 1 ? 'con: <b>"=1"?' : `Lamp ${n % 2}`,
        html: n === 5 ? undefined : html,
        pictureUrls: [picture],
        ...(n === 0 && { uncutUrl: 'https://lamp.example/0?utm_source=letter' }),
      }),
    );
    ids.push(articleId);
    store.wait();
  }
  const [a, b, c, d] = ids as [ArticleId, ArticleId, ArticleId, ArticleId];
  const picture = await store.db.pictures.where('articleId').equals(a).first();
  if (!picture) throw new Error('No picture');
  const file = {
    hash: await contentHash(PNG),
    blob: new Blob([PNG], { type: 'image/png' }),
    type: 'image/png',
    width: 1,
    height: 1,
  } as const;
  await keepPictureFile(store, picture.id, file, new Blob([PNG], { type: 'image/png' }));
  await writeNote(store, { articleId: a }, 'A note\nwith "quotes" — and 漢字');
  await addTag(store, a, 'Sea');
  await addTag(store, b, 'gone');
  await removeTag(store, b, 'gone');
  await addToNewList(store, 'Winter', a);
  const quote = { exact: 'Text', prefix: '', suffix: ' 0 of a' };
  await addHighlight(store, {
    articleId: a,
    colour: 'blue',
    quote,
    position: { start: 0, end: 4 },
    note: 'Its #first word',
  });
  const gone = await addHighlight(store, { articleId: a, colour: 'rose', quote });
  await changeHighlight(store, gone.id, { deletedAt: store.now() });
  await addHighlight(store, { articleId: b, colour: 'amber', quote: { exact: 'Nowhere', prefix: '', suffix: '' } });
  await changeReadings(store, [b], () => ({ archivedAt: store.now(), favouriteAt: store.now() }));
  await changeReadings(store, [c], () => ({ trashedAt: store.now() }));
  await keepPlace(store, d, { position: { anchorText: 'Text', anchorOccurrence: 0, fraction: 0.4 }, progress: 0.4 });
  return store;
}

describe('a vault', () => {
  it('is the same to the byte after export, wipe, restore and export', async () => {
    const vault = await vaultOf(await aFullLibrary());
    const fresh = aStore();
    expect(await restore(fresh, vault)).toEqual({ added: 6, joined: 0, damaged: [] });
    expect(await hashOf(await vaultOf(fresh))).toBe(await hashOf(vault));
  });

  it('changes nothing in the library it was made of', async () => {
    const store = await aFullLibrary();
    const vault = await vaultOf(store);
    expect(await restore(store, vault)).toMatchObject({ added: 0, joined: 6 });
    expect(await hashOf(await vaultOf(store))).toBe(await hashOf(vault));
  });

  it('joins a library that has the same address under another id, and loses nothing of either', async () => {
    const vault = await vaultOf(await aFullLibrary());
    const store = aStore();
    store.wait(1_000_000);
    const { articleId } = await keepArticle(
      store,
      await aDraft({ url: 'https://www.lamp.example/0', title: 'Mine', html: undefined }),
    );
    await addTag(store, articleId, 'own');
    await writeNote(store, { articleId }, 'My own note');
    expect(await restore(store, vault)).toEqual({ added: 5, joined: 1, damaged: [] });
    const [article, note, tags, reading, entries] = await Promise.all([
      store.db.articles.get(articleId),
      store.db.notes.get(articleId),
      store.db.taggings.where('articleId').equals(articleId).toArray(),
      store.db.readings.get(articleId),
      store.db.listEntries.where('articleId').equals(articleId).toArray(),
    ]);
    expect(article?.versionId).toBeDefined();
    expect(note?.text).toBe('My own note\n\nA note\nwith "quotes" — and 漢字');
    expect(tags.map(({ label }) => label).sort()).toEqual(['Sea', 'own']);
    expect(reading?.shelves).toHaveProperty('inbox');
    expect(entries).toHaveLength(1);
  });

  it('joins marks that were changed on both sides, with the notes of both', async () => {
    const store = await aFullLibrary();
    const vault = await vaultOf(store);
    const other = aStore();
    await restore(other, vault);
    const mark = (await store.db.highlights.toArray()).find(({ note }) => note !== '');
    if (!mark) throw new Error('No mark');
    store.wait();
    await writeHighlightNote(store, mark.id, 'Here');
    other.wait(2_000_000);
    await writeHighlightNote(other, mark.id, 'There');
    const own = await addHighlight(other, { articleId: mark.articleId, colour: 'green', quote: mark.quote });
    await restore(store, await vaultOf(other));
    const marks = await store.db.highlights.toArray();
    expect(marks).toHaveLength(4);
    expect(marks.find(({ id }) => id === mark.id)?.note).toBe('There\n\nHere');
    expect(marks.map(({ id }) => id)).toContain(own.id);
    // The other way round it is the same.
    await restore(other, await vaultOf(store));
    expect((await other.db.highlights.get(mark.id))?.note).toBe('There\n\nHere');
  });

  it('shows marks and their notes in its pages, but none that was deleted', async () => {
    const opened = await open(await vaultOf(await aFullLibrary()));
    const texts = await Promise.all(
      [...opened.checksums.keys()]
        .filter((path) => /^articles\/.*\.(?:html|md)$/.test(path))
        .map(async (path) => {
          const read = await opened.read(path);
          return read.status === 'read' ? new TextDecoder().decode(read.bytes) : '';
        }),
    );
    expect(texts.filter((text) => text.includes('Its #first word'))).toHaveLength(2);
    expect(texts.filter((text) => text.includes('Nowhere'))).toHaveLength(2);
    expect(texts.join('').match(/<blockquote class="highlight">/g)).toHaveLength(2);
  });

  it('goes on where it was stopped, and a half article is never there', async () => {
    const vault = await vaultOf(await aFullLibrary());
    const fresh = aStore();
    const opened = await open(vault);
    await expect(
      restoreVault(fresh, opened, (done) => {
        if (done === 3) throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    const [articles, readings] = await Promise.all([fresh.db.articles.count(), fresh.db.readings.count()]);
    expect([articles, readings]).toEqual([3, 3]);
    await restore(fresh, vault);
    expect(await hashOf(await vaultOf(fresh))).toBe(await hashOf(vault));
  });

  it('waits for the disk with each picture, and with the last article', async () => {
    const strict: string[] = [];
    const store = aStore();
    const bulk = { ...store, db: openDatabase(store.db.name, 'relaxed') };
    // Of its tables a transaction names what it may write; what it did write is told by Dexie's hook.
    for (const table of [store.db.articles, store.db.pictureFiles, store.db.indexDeltas]) {
      table.hook('creating', () => void strict.push(table.name));
    }
    await restoreVault(store, await open(await vaultOf(await aFullLibrary())), () => undefined, bulk);
    expect(await store.db.articles.count()).toBe(6);
    expect(strict.filter((name) => name === 'articles')).toHaveLength(1);
    expect(strict.filter((name) => name === 'pictureFiles')).toHaveLength(1);
    expect(strict.at(-1)).toBe('indexDeltas');
    bulk.db.close();
  });

  it('holds only what changed, if it is told of the one before, and both restore the whole', async () => {
    const store = await aFullLibrary();
    const first = await vaultOf(store);
    store.wait();
    const { articleId } = await keepArticle(store, await aDraft({ url: 'https://lamp.example/new', title: 'New' }));
    await addTag(store, articleId, 'late');
    const second = await vaultOf(store, (await open(first)).checksums);
    expect((await open(second)).articleCount).toBe(1);
    expect(second.size).toBeLessThan(first.size);
    const fresh = aStore();
    await restore(fresh, first);
    await restore(fresh, second);
    expect(await hashOf(await vaultOf(fresh))).toBe(await hashOf(await vaultOf(store)));
  });

  it('tells of a file that is damaged, and restores the rest', async () => {
    const bytes = new Uint8Array(await (await vaultOf(await aFullLibrary())).arrayBuffer());
    const at = Buffer.from(bytes).indexOf(Buffer.from(PNG));
    bytes[at + 40] = (bytes[at + 40] ?? 0) ^ 1;
    const result = await restore(aStore(), new Blob([bytes]));
    expect(result.added).toBe(6);
    expect(result.damaged).toMatchObject([{ why: 'damaged' }]);
  });

  it('can be read without Lectern, runs nothing of a page, and names are safe everywhere', async () => {
    const opened = await open(await vaultOf(await aFullLibrary()));
    const paths = [...opened.checksums.keys()];
    expect(paths.every((path) => !/[<>:"|?*\\]|(^|\/)con(\.|\/|$)/i.test(path))).toBe(true);
    const page = paths.find((path) => path.startsWith('articles/Lamp 0') && path.endsWith('article.html')) ?? '';
    const read = await opened.read(page);
    const html = read.status === 'read' ? new TextDecoder().decode(read.bytes) : '';
    const doc = new JSDOM(html).window.document;
    expect(doc.querySelector('script')).toBeNull();
    expect(doc.querySelector('img')?.getAttribute('src')).toMatch(/^\.\.\/\.\.\/pictures\/[0-9a-f]{64}\.png$/);
    const index = await opened.read('index.html');
    const source = index.status === 'read' ? new TextDecoder().decode(index.bytes) : '';
    const rows = JSON.parse(new JSDOM(source).window.document.getElementById('articles')?.textContent ?? '') as {
      t: string;
    }[];
    // The one in the trash is in the vault, and not in the index.
    expect(rows).toHaveLength(5);
  });

  it.each(MIGRATIONS.map(({ version }) => version))('of a database of version %i restores', async (schema) => {
    const store = await aFullLibrary();
    const blob = await asOfSchema(await vaultOf(store), schema);
    if (schema < 4) await store.db.highlights.clear();
    const fresh = aStore();
    expect(await restore(fresh, blob)).toEqual({ added: 6, joined: 0, damaged: [] });
    expect(await hashOf(await vaultOf(fresh))).toBe(await hashOf(await vaultOf(store)));
  });

  it('leaves out no table, and takes along those that are added later', async () => {
    const withMarks = () => {
      const store = aStore();
      store.db.version(99).stores({ marks: 'id, articleId' });
      return store;
    };
    expect(forgottenTables(aStore().db)).toEqual([]);
    const store = withMarks();
    const { articleId } = await keepArticle(store, await aDraft());
    const rows = ['b', 'a'].map((id) => ({ id, articleId, words: `Mark ${id}`, updatedAt: store.now() }));
    await store.db.table('marks').bulkAdd(rows);
    const vault = await vaultOf(store);
    const fresh = withMarks();
    await restore(fresh, vault);
    expect(await fresh.db.table('marks').toArray()).toEqual(rows.toReversed());
    expect(await hashOf(await vaultOf(fresh))).toBe(await hashOf(vault));
  });

  it('is refused with a reason if a newer Lectern made it', async () => {
    expect(await openVault(await vaultOf(await aFullLibrary()), SCHEMA_VERSION - 1)).toMatchObject({
      status: 'refused',
    });
    expect(await openVault(new Blob(['no zip']), SCHEMA_VERSION)).toEqual({ status: 'no-vault' });
  });
});
