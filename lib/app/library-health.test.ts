import { describe, expect, it, vi } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import { keepArticle } from '../store/articles.ts';
import { createHealthCheck } from './library-health.ts';

/** The browser's small storage, which outlives a database. */
function aMemory() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    memory: {
      read: async () => kept.get('library'),
      write: async (remembered: object) => void kept.set('library', structuredClone(remembered)),
      readWalk: async () => kept.get('walk'),
      writeWalk: async (walk: object) => void kept.set('walk', walk),
    },
  };
}

async function aLibrary(count = 2) {
  const store = aStore();
  for (let n = 0; n < count; n++) await keepArticle(store, await aDraft({ url: `https://daily.example/${n}` }));
  const { kept, memory } = aMemory();
  const check = createHealthCheck(store, memory);
  expect(await check.look()).toEqual({ status: 'fine' });
  return { store, kept, memory, check };
}

const breakBodies = ({ db }: TestStore) =>
  db.bodies.toCollection().modify((body) => void Object.assign(body, { html: '<p>Other words</p>' }));

describe('the health of a library', () => {
  it('is told in numbers when the database was emptied, and nothing is remembered over it', async () => {
    const { store, kept, memory } = await aLibrary();
    const before = structuredClone(kept.get('library'));
    const other = aStore();
    const check = createHealthCheck(other, memory);
    const lost = { status: 'empty', articlesThen: 2, notesThen: 0, seenAt: store.now(), articlesNow: 0 };
    expect(await check.look()).toEqual(lost);
    expect(await check.lookCloser()).toEqual(lost);
    expect(kept.get('library')).toEqual(before);
    expect(await check.accept()).toEqual({ status: 'fine' });
    expect(kept.get('library')).toMatchObject({ counts: { articles: 0 } });
  });

  it('is that it does not open, with what the browser said', async () => {
    const { store, check } = await aLibrary();
    store.db.close({ disableAutoOpen: true });
    expect(await check.look()).toEqual({ status: 'closed', why: expect.stringMatching(/closed/i) });
  });

  it('is that texts are broken, until they are whole again', async () => {
    const { store, check } = await aLibrary();
    const whole = await store.db.bodies.toArray();
    await breakBodies(store);
    expect(await check.lookCloser()).toEqual({ status: 'broken', texts: 2, pictures: 0 });
    expect(await check.lookCloser()).toEqual({ status: 'broken', texts: 2, pictures: 0 });
    await store.db.bodies.bulkPut(whole);
    expect(await check.lookCloser()).toEqual({ status: 'fine' });
  });

  it('is that it does not open where counts can be read and texts can not', async () => {
    const { store, kept, check } = await aLibrary();
    const walk = kept.get('walk');
    // As Chromium says it where blocks of LevelDB's tables are damaged.
    vi.spyOn(store.db.bodies, 'where').mockImplementation(() => {
      const inner = new DOMException('Internal error reading the keys.', 'UnknownError');
      throw Object.assign(new Error(`${inner.message} ${inner}`), { inner });
    });
    expect(await check.lookCloser()).toEqual({ status: 'closed', why: 'Internal error reading the keys.' });
    expect(kept.get('walk')).toBe(walk);
  });

  it('is told of any text of a library at once', async () => {
    const { store, check } = await aLibrary(150);
    const last = await store.db.bodies.orderBy('hash').last();
    await store.db.bodies.update(last?.hash ?? ('' as never), { byteLength: 1 });
    expect(await check.lookCloser()).toEqual({ status: 'broken', texts: 1, pictures: 0 });
  });

  it('is told again at the next start, be that slower, as what is broken is looked at first', async () => {
    const { store, memory } = await aLibrary(150);
    const last = await store.db.bodies.orderBy('hash').last();
    await store.db.bodies.update(last?.hash ?? ('' as never), { byteLength: 1 });
    let time = 0;
    let step = 0;
    const check = createHealthCheck({ ...store, now: () => (time += step) }, memory);
    expect(await check.lookCloser()).toMatchObject({ status: 'broken' });
    step = 1000;
    expect(await check.lookCloser()).toMatchObject({ status: 'broken' });
  });

  it('comes round all texts, some at a time, where there are too many for one start', async () => {
    const { store, kept, memory } = await aLibrary(100);
    let seconds = 0;
    const check = createHealthCheck({ ...store, now: () => 1000 * seconds++ }, memory);
    const [first] = await store.db.bodies.orderBy('hash').toArray();
    await store.db.bodies.update(first?.hash ?? ('' as never), { byteLength: 1 });
    kept.set('walk', { body: first?.hash, file: 7 });
    // 99 texts come after the first: it is reached again by the second look.
    expect(await check.lookCloser()).toEqual({ status: 'fine' });
    expect(await check.lookCloser()).toEqual({ status: 'broken', texts: 1, pictures: 0 });
  });
});
