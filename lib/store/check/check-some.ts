import type { ContentHash } from '../../article/ids.ts';
import type { Store } from '../database.ts';
import { isWholeBody, isWholeFile } from './is-whole.ts';
import { readTolerantly } from './read-tolerantly.ts';

/** How far the walk through texts and pictures has come: the last hash of each. Empty for the start. */
export interface Walk {
  readonly body: string;
  readonly file: string;
}

/** Some of each at a start: a few hundredths of a second. A library of thousands is walked through in as many starts. */
const AT_ONCE = 60;

/**
 * Looks at the next texts and pictures, in the order of their hashes, and says how many are broken or can't be read. So
 * damage is noticed before the reader comes upon it, without a start that reads everything.
 */
export async function checkSome(
  { db }: Store,
  walk: Walk,
): Promise<{ readonly walk: Walk; readonly texts: number; readonly pictures: number }> {
  const bodyKeys = await nextKeys(db.bodies, walk.body);
  const fileKeys = await nextKeys(db.pictureFiles, walk.file);
  const [bodies, files] = [await readTolerantly(db.bodies, bodyKeys), await readTolerantly(db.pictureFiles, fileKeys)];
  const wholeBodies = await Promise.all(bodies.rows.map(isWholeBody));
  const wholeFiles = await Promise.all(files.rows.map(isWholeFile));
  const broken = (areWhole: readonly boolean[]) => areWhole.filter((isWhole) => !isWhole).length;
  return {
    walk: { body: bodyKeys.at(-1) ?? '', file: fileKeys.at(-1) ?? '' },
    texts: bodies.unreadable.length + broken(wholeBodies),
    pictures: files.unreadable.length + broken(wholeFiles),
  };
}

/** After the last come the first again. */
async function nextKeys(
  table: Store['db']['bodies'] | Store['db']['pictureFiles'],
  after: string,
): Promise<ContentHash[]> {
  const keys = await table.where('hash').above(after).limit(AT_ONCE).primaryKeys();
  if (keys.length === AT_ONCE || after === '') return keys;
  const others = await table
    .where('hash')
    .belowOrEqual(after)
    .limit(AT_ONCE - keys.length)
    .primaryKeys();
  return [...keys, ...others];
}
