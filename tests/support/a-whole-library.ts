// First: Dexie looks for IndexedDB when its module is loaded.
import 'fake-indexeddb/auto';
import { contentHash } from '../../lib/article/content-hash.ts';
import type { ArticleId, ListId, PictureId, VersionId } from '../../lib/article/ids.ts';
import { keepArticle } from '../../lib/store/articles.ts';
import { addList } from '../../lib/store/change-lists.ts';
import { addHighlight } from '../../lib/store/highlights.ts';
import { putOnList } from '../../lib/store/list-entries.ts';
import { writeNote } from '../../lib/store/notes.ts';
import { keepPictureFile, keepThumbnail, readPictures } from '../../lib/store/pictures.ts';
import { addTag } from '../../lib/store/tags.ts';
import { addText } from '../../lib/store/versions.ts';
import { aDraft, aStore, aText, type TestStore } from './a-store.ts';

const PICTURE = 'https://daily.example/a.png';

export interface Planted {
  readonly store: TestStore;
  readonly id: ArticleId;
  readonly listId: ListId;
  /** The version shown, and one from before. */
  readonly shown: VersionId;
  readonly former: VersionId;
}

/** A library in which everything is there once: two texts, a picture, a note, a mark, a tag, a list. */
export async function aLibrary(): Promise<Planted> {
  const store = aStore();
  const { articleId: id } = await keepArticle(
    store,
    await aDraft({ html: '<p>Old words.</p>', pictureUrls: [PICTURE] }),
  );
  const former = (await store.db.articles.get(id))?.versionId;
  store.wait();
  const updated = await addText(store, id, await aText('<p>New words, and more of them.</p>'));
  if (updated.status !== 'updated' || !former) throw new Error('The text was updated.');
  const blob = new Blob(['bytes of a picture'], { type: 'image/png' });
  const hash = await contentHash(new Uint8Array(await blob.arrayBuffer()));
  const [picture] = await readPictures(store, id);
  if (!picture) throw new Error('The picture is queued.');
  await keepPictureFile(store, picture.id, { hash, blob, type: 'image/png', width: 4, height: 3 });
  await keepThumbnail(store, id, blob);
  await writeNote(store, { articleId: id }, 'Mine');
  await addHighlight(store, {
    articleId: id,
    colour: 'green',
    note: 'See #tides',
    quote: { exact: 'words', prefix: '', suffix: '' },
  });
  await addTag(store, id, 'Sea');
  const listId = await addList(store, 'Later', () => ({ colour: 'blue', rank: 'm' }));
  await putOnList(store, listId, id, () => 'm');
  return { store, id, listId, shown: updated.versionId, former };
}

/** One more picture of an article, which never came: it has no file. */
export async function addFailedPicture({ db }: TestStore, articleId: ArticleId, id: string): Promise<void> {
  await db.pictures.add({
    id: id as PictureId,
    articleId,
    url: 'https://daily.example/b.png',
    alt: '',
    position: 1,
    state: 'failed',
    attempts: 3,
    updatedAt: 1,
  });
}

/**
 * Makes rows unreadable, as Chromium answers where their bytes are damaged: an error, alone and in company. Their keys and
 * what is indexed of them can be read.
 */
export function damage(
  store: TestStore,
  table: string,
  isDamaged: (row: Record<string, unknown>) => boolean = () => true,
) {
  store.db.table(table).hook('reading', (row) => {
    if (isDamaged(row)) throw new Error('Data lost due to damaged files.');
    return row;
  });
}
