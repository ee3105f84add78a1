import type { ContentHash } from '../../article/ids.ts';
import type { Store } from '../database.ts';
import { isWholeBody, isWholeFile } from './is-whole.ts';
import { readTolerantly } from './read-tolerantly.ts';

/** How far the walk through texts and pictures has come: the last hash of each. Empty for the start. */
export interface Walk {
  readonly body: string;
  readonly file: string;
}

/** What is read at once: a few hundredths of a second. */
const AT_ONCE = 60;
/** A start goes on for so long. What it does not come to is looked at by the next ones. */
const ENOUGH_MS = 1000;

export interface Found {
  /** Where the next look begins: at what is broken, or after what was looked at. */
  readonly walk: Walk;
  /** How many are broken or can't be read. */
  readonly texts: number;
  readonly pictures: number;
}

/**
 * Looks at the next texts and pictures, in the order of their hashes, and says how many are broken or can't be read. So
 * damage is noticed before the reader comes upon it, without a start that reads everything. It rests between as long as it
 * works, and stops at the first that is broken.
 */
export async function checkSome(store: Store, walk: Walk): Promise<Found> {
  const { db, now } = store;
  const [texts, pictures] = await Promise.all([db.bodies.count(), db.pictureFiles.count()]);
  const begun = now();
  let at = walk;
  for (let seen = AT_ONCE; ; seen += AT_ONCE) {
    const from = now();
    const found = await checkNext(store, at);
    const isRound = seen >= Math.max(texts, pictures);
    if (found.texts + found.pictures > 0) return { ...found, walk: at };
    if (isRound || now() - begun >= ENOUGH_MS) return found;
    at = found.walk;
    await new Promise((go) => setTimeout(go, now() - from));
  }
}

async function checkNext({ db }: Store, walk: Walk): Promise<Found> {
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
