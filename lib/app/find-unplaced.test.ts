// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { aStore } from '../../tests/support/a-store.ts';
import type { Highlight } from '../article/highlight.ts';
import type { ArticleId, ContentHash } from '../article/ids.ts';
import { openSafeTexts } from '../safety/safe-texts.ts';
import { addHighlight } from '../store/highlights.ts';
import { createUnplacedFinder } from './find-unplaced.ts';

const ARTICLE = 'tides' as ArticleId;
const [OLD, NEW] = ['old', 'new'] as [ContentHash, ContentHash];
const texts = openSafeTexts(window);

/** An article whose text was changed: it shows the new one. */
async function aChangedArticle() {
  const store = aStore();
  const { db } = store;
  await db.transaction('rw', db.articles, db.versions, db.bodies, async () => {
    await db.articles.add({ id: ARTICLE, versionId: 'second' } as never);
    await db.versions.bulkAdd([
      { id: 'first', articleId: ARTICLE, bodyHash: OLD, capturedAt: 1 },
      { id: 'second', articleId: ARTICLE, bodyHash: NEW, capturedAt: 2 },
    ] as never);
    await db.bodies.add({ hash: NEW, html: '<p>The keeper lit the lamp before the tide came in.</p>' } as never);
  });
  const mark = (exact: string, bodyHash: ContentHash, suffix = ''): Promise<Highlight> =>
    addHighlight(store, {
      articleId: ARTICLE,
      colour: 'amber',
      quote: { exact, prefix: 'The ', suffix },
      position: { start: 4, end: 4 + exact.length },
      bodyHash,
    });
  return { store, mark };
}

describe('createUnplacedFinder', () => {
  it('names marks whose words are not in the text that is shown, and no others', async () => {
    const { store, mark } = await aChangedArticle();
    const kept = await mark('keeper lit the lamp before', OLD, ' the tide came in.');
    const gone = await mark('buyers resold the promise before the concrete had set', OLD);
    const found = await createUnplacedFinder(store, async () => texts)([kept, gone]);
    expect([...found]).toEqual([gone.id]);
  });

  it('reads a text once, and a mark again that was given another place', async () => {
    const { store, mark } = await aChangedArticle();
    const gone = await mark('buyers resold the promise before the concrete had set', OLD);
    let loads = 0;
    const find = createUnplacedFinder(store, async () => {
      loads += 1;
      return texts;
    });
    await find([gone]);
    expect([...(await find([{ ...gone, note: 'Typed since', updatedAt: gone.updatedAt + 1 }]))]).toEqual([gone.id]);
    expect(loads).toBe(1);
    const quote = { exact: 'keeper lit the lamp', prefix: 'The ', suffix: ' before the tide' };
    expect([...(await find([{ ...gone, quote }]))]).toEqual([]);
    expect(loads).toBe(2);
  });

  it('reads no text for marks that were made on it', async () => {
    const { store, mark } = await aChangedArticle();
    const made = await mark('keeper lit', NEW);
    const load = () => Promise.reject(new Error('A text was read.'));
    expect([...(await createUnplacedFinder(store, load)([made]))]).toEqual([]);
  });

  it('says nothing of marks whose article has no text', async () => {
    const { store, mark } = await aChangedArticle();
    const made = await mark('keeper lit the stove', OLD);
    await store.db.bodies.clear();
    expect([...(await createUnplacedFinder(store, async () => texts)([made]))]).toEqual([]);
  });
});
