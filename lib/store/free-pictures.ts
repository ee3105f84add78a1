import type { ArticleId, Timestamp } from '../article/ids.ts';
import type { Picture } from '../article/picture.ts';
import type { Reading } from '../article/reading.ts';
import type { Store } from './database.ts';
import { deleteUnusedFiles } from './erase-articles.ts';
import { rowsOf } from './rows-of.ts';

/** Pictures of articles that the reader has long been done with. */
export interface Freeable {
  /** As far as a sample tells; exact where there are few. */
  readonly count: number;
  readonly bytes: number;
}

/** Picture rows that are looked at to tell of all. Their ids are random, so the first ones are drawn by chance. */
const SAMPLE = 300;

/** Favourites keep their pictures, and so does what came back from the archive. */
const isDoneWith = (reading: Reading | undefined, until: Timestamp): boolean =>
  reading?.archivedAt !== undefined &&
  reading.archivedAt <= until &&
  reading.favouriteAt === undefined &&
  reading.trashedAt === undefined;

/** How much room the pictures of articles take that were archived at `until` or before. Reads some rows, however many there are. */
export async function readFreeable({ db }: Pick<Store, 'db'>, until: Timestamp): Promise<Freeable> {
  const kept = () => db.pictures.where('state').equals('kept');
  const [total, sample] = await Promise.all([kept().count(), kept().limit(SAMPLE).toArray()]);
  const ids = [...new Set(sample.map(({ articleId }) => articleId))];
  const readings = await db.readings.bulkGet(ids);
  const done = new Set(ids.filter((_, i) => isDoneWith(readings[i], until)));
  const free = sample.filter(({ articleId }) => done.has(articleId));
  const scale = sample.length === 0 ? 0 : total / sample.length;
  const bytes = free.reduce((sum, { byteLength = 0 }) => sum + byteLength, 0);
  return { count: Math.round(free.length * scale), bytes: Math.round(bytes * scale) };
}

/** Articles that were archived at `until` or before, the oldest first. Favourites are among them. */
export const readArchivedBefore = ({ db }: Pick<Store, 'db'>, until: Timestamp): Promise<readonly ArticleId[]> =>
  db.readings.where('shelves.archive').belowOrEqual(until).primaryKeys();

/**
 * Lets go of the pictures of those among these articles that were archived at `until` or before, in one transaction. Their
 * small pictures stay, and so does a picture that the reader marked, or that another article shows.
 *
 * @returns how many pictures went
 */
export function freePictures({ db, now }: Store, ids: readonly ArticleId[], until: Timestamp): Promise<number> {
  return db.transaction('rw', db.readings, db.highlights, db.pictures, db.pictureFiles, async () => {
    const readings = await db.readings.bulkGet([...ids]);
    const done = ids.filter((_, i) => isDoneWith(readings[i], until));
    const [pictures, marks] = await Promise.all([
      rowsOf(db.pictures, 'articleId', done),
      rowsOf(db.highlights, 'articleId', done),
    ]);
    const marked = new Set(marks.map(({ articleId, pictureUrl }) => `${articleId} ${pictureUrl}`));
    const going = pictures.filter(
      ({ state, articleId, url }) => state === 'kept' && !marked.has(`${articleId} ${url}`),
    );
    await db.pictures.bulkPut(
      going.map(({ fileHash: _, byteLength: __, ...picture }): Picture => {
        return { ...picture, state: 'failed', reason: 'freed', updatedAt: now() };
      }),
    );
    await deleteUnusedFiles(
      { db },
      going.flatMap(({ fileHash }) => fileHash ?? []),
    );
    return going.length;
  });
}
