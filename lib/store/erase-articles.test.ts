import { describe, expect, it } from 'vitest';
import { aDraft } from '../../tests/support/a-store.ts';
import { addFailedPicture, aLibrary } from '../../tests/support/a-whole-library.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from './articles.ts';
import { checkLibrary } from './check/check-library.ts';
import { eraseTrashed } from './erase-articles.ts';
import { keepPictureFile, readPictureCounts, readPictures } from './pictures.ts';
import { changeReadings } from './readings.ts';

describe('an article with pictures of which one has no file', () => {
  it('is counted, and erased with the files that it alone has', async () => {
    const { store, id } = await aLibrary();
    await addFailedPicture(store, id, 'p');
    expect(await readPictureCounts(store, id)).toMatchObject({ kept: 1, failed: 1, bytes: 18 });
    await changeReadings(store, [id], () => ({ trashedAt: store.now() }));
    expect(await eraseTrashed(store, [id, 'gone' as ArticleId])).toEqual([id]);
    expect(await store.db.pictureFiles.count()).toBe(0);
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('leaves another article the file that both have', async () => {
    const { store, id } = await aLibrary();
    const [picture] = await store.db.pictures.toArray();
    const { articleId: other } = await keepArticle(
      store,
      await aDraft({ url: 'https://daily.example/other', pictureUrls: ['https://daily.example/same.png'] }),
    );
    const [its] = await readPictures(store, other);
    const file = await store.db.pictureFiles.get(picture?.fileHash ?? ('' as never));
    if (!its || !file) throw new Error('Both have a picture.');
    await keepPictureFile(store, its.id, file);
    await changeReadings(store, [id], () => ({ trashedAt: store.now() }));
    await eraseTrashed(store, [id]);
    expect((await store.db.pictureFiles.toArray()).map(({ hash }) => hash)).toEqual([file.hash]);
    expect((await checkLibrary(store)).faults).toEqual([]);
  });
});
