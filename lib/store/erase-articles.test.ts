import { describe, expect, it } from 'vitest';
import { addFailedPicture, aLibrary } from '../../tests/support/a-whole-library.ts';
import type { ArticleId } from '../article/ids.ts';
import { checkLibrary } from './check/check-library.ts';
import { eraseTrashed } from './erase-articles.ts';
import { readPictureCounts } from './pictures.ts';
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
});
