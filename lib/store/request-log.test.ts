import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticle } from './articles.ts';
import { answered, live } from './live.ts';
import { eraseDatabases, MOST_REQUESTS, openRequestLog } from './request-log.ts';

async function rowsOf(log: ReturnType<typeof openRequestLog>, most = 5000) {
  const recent = log.recent(most);
  await answered(recent);
  return recent.value.status === 'ready' ? recent.value.value : [];
}

let count = 0;
const aLog = () => openRequestLog(() => 42, `requests-${++count}`);

describe('the log of requests', () => {
  it('holds a request before it is made, and how it ended', async () => {
    const log = aLog();
    const url = 'https://pictures.example/a.png';
    const answer = await log.logged('picture', url, async () => {
      expect(await rowsOf(log)).toEqual([{ id: 1, url, reason: 'picture', askedAt: 42 }]);
      return { status: 'fetched', bytes: 7 };
    });
    expect(answer).toEqual({ status: 'fetched', bytes: 7 });
    expect(await rowsOf(log)).toEqual([{ id: 1, url, reason: 'picture', askedAt: 42, outcome: 'fetched' }]);
  });

  it('shows the newest first, keeps a thousand, and can be cleared', async () => {
    const log = aLog();
    for (let index = 0; index < MOST_REQUESTS + 5; index++)
      await log.logged('text', `https://page.example/${index}`, async () => ({ status: 'fetched' }));
    const rows = await rowsOf(log);
    expect(rows).toHaveLength(MOST_REQUESTS);
    expect(rows[0]?.url).toBe(`https://page.example/${MOST_REQUESTS + 4}`);
    await log.clear();
    expect(await rowsOf(log)).toEqual([]);
  });

  it('keeps no one from asking when it fails', async () => {
    const original = Dexie.dependencies.indexedDB;
    Dexie.dependencies.indexedDB = undefined as unknown as IDBFactory;
    const log = aLog();
    Dexie.dependencies.indexedDB = original;
    expect(await log.logged('text', 'https://page.example/', async () => ({ status: 'unreachable' }))).toEqual({
      status: 'unreachable',
    });
  });
});

describe('erasing', () => {
  it('leaves no database', async () => {
    const log = aLog();
    await log.logged('text', 'https://page.example/', async () => ({ status: 'fetched' }));
    expect(await Dexie.getDatabaseNames()).not.toEqual([]);
    await eraseDatabases(aStore().db);
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });

  it('tells open pages that nothing is kept any more', async () => {
    const store = aStore();
    await keepArticle(store, await aDraft());
    const count = live(() => store.db.articles.count());
    const counts: unknown[] = [];
    const stop = count.subscribe((answer) => counts.push('value' in answer ? answer.value : answer.status));
    await vi.waitFor(() => expect(counts.at(-1)).toBe(1));
    await eraseDatabases(store.db);
    await vi.waitFor(() => expect(counts.at(-1)).toBe(0));
    stop();
  });
});
