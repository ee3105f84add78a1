import { effect } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticle } from './articles.ts';
import { answered, type Live, live } from './live.ts';

/** Dexie renews every query once when it makes a database, so the counts below need one that is there. */
async function anOpenStore() {
  const store = aStore();
  await store.db.open();
  return store;
}

/** Watches a live query as a component would, and notes what it says. */
function watch<Value>(answer: Live<Value>) {
  const said: unknown[] = [];
  const stop = effect(() => {
    const loaded = answer.value;
    said.push(loaded.status === 'ready' ? loaded.value : loaded.status);
  });
  return { said, stop };
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('live', () => {
  it('starts at once, before anything watches it', async () => {
    const store = await anOpenStore();
    const query = vi.fn(() => store.db.articles.count());
    const answer = live(query);
    await vi.waitFor(() => expect(answer.peek()).toEqual({ status: 'ready', value: 0 }));
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('renews itself when a row it read changes', async () => {
    const store = await anOpenStore();
    const { said, stop } = watch(live(() => store.db.articles.count()));
    await vi.waitFor(() => expect(said).toEqual(['loading', 0]));
    await keepArticle(store, await aDraft());
    await vi.waitFor(() => expect(said).toEqual(['loading', 0, 1]));
    stop();
  });

  it('is not run again by a change to rows it did not read', async () => {
    const store = await anOpenStore();
    const query = vi.fn(() => store.db.lists.count());
    const { stop } = watch(live(query));
    await vi.waitFor(() => expect(query).toHaveBeenCalledTimes(1));
    await keepArticle(store, await aDraft());
    await aMoment();
    expect(query).toHaveBeenCalledTimes(1);
    stop();
  });

  it('is run anew once much changed that it did not read, so that Dexie lets go of what it collected', async () => {
    const store = await anOpenStore();
    const query = vi.fn(() => store.db.lists.count());
    const { said, stop } = watch(live(query));
    await vi.waitFor(() => expect(said).toEqual(['loading', 0]));
    const changes = async (times: number) => {
      for (let n = 0; n < times; n++) await store.db.canary.clear();
      await aMoment();
    };
    await changes(199);
    expect(query).toHaveBeenCalledTimes(1);
    await changes(1);
    expect(query).toHaveBeenCalledTimes(2);
    await changes(199);
    expect(query).toHaveBeenCalledTimes(2);
    stop();
    await changes(2);
    expect(query).toHaveBeenCalledTimes(2);
  });

  it('stops when nothing watches it any more, and goes on when something does', async () => {
    const store = await anOpenStore();
    const query = vi.fn(() => store.db.articles.count());
    const answer = live(query);
    const first = watch(answer);
    await vi.waitFor(() => expect(first.said).toEqual(['loading', 0]));
    first.stop();
    await keepArticle(store, await aDraft());
    await aMoment();
    expect(query).toHaveBeenCalledTimes(1);
    const second = watch(answer);
    await vi.waitFor(() => expect(second.said.at(-1)).toBe(1));
    second.stop();
  });

  it('tells a failure, and recovers when it is watched anew', async () => {
    const store = await anOpenStore();
    let isBroken = true;
    const answer = live(async () => {
      if (isBroken) throw new Error('The database is damaged.');
      return store.db.articles.count();
    });
    const first = watch(answer);
    await vi.waitFor(() => expect(first.said).toEqual(['loading', 'failed']));
    expect(answer.peek()).toMatchObject({ status: 'failed', error: { message: 'The database is damaged.' } });
    first.stop();
    isBroken = false;
    const second = watch(answer);
    await vi.waitFor(() => expect(second.said.at(-1)).toBe(0));
    second.stop();
  });

  it("tells that the database can't be opened", async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The profile is damaged.', 'UnknownError');
    });
    const store = aStore();
    const answer = live(() => store.db.articles.count());
    await vi.waitFor(() => expect(answer.peek().status).toBe('failed'));
    vi.restoreAllMocks();
  });
});

describe('live while much is written', () => {
  it('rests between two runs as long as one takes, and ends with what was written last', async () => {
    const store = await anOpenStore();
    let isWriting = true;
    let runs = 0;
    const { said, stop } = watch(
      live(() =>
        store.db.transaction('r', store.db.lists, async () => {
          runs++;
          // Reads until the time is spent, as a long query does.
          for (const end = performance.now() + 40; performance.now() < end; ) await store.db.lists.count();
          return store.db.lists.count();
        }),
      ),
    );
    await vi.waitFor(() => expect(said.at(-1)).toBe(0));
    const began = performance.now();
    let written = 0;
    while (isWriting) {
      const at = store.now();
      await store.db.lists.add({
        id: store.makeId(),
        name: `${written++}`,
        colour: 'green',
        rank: 'a',
        createdAt: at,
        updatedAt: at,
      });
      isWriting = performance.now() - began < 400;
    }
    await vi.waitFor(() => expect(said.at(-1)).toBe(written));
    const most = 2 + (performance.now() - began) / 80;
    expect(runs - 1).toBeLessThanOrEqual(most);
    expect(runs).toBeGreaterThanOrEqual(2);
    stop();
  });
});

describe('live after something else', () => {
  it('does not begin any more once what watched it is gone', async () => {
    const store = await anOpenStore();
    const { promise, resolve } = Promise.withResolvers<void>();
    const query = vi.fn(() => store.db.articles.count());
    const answer = live(query, promise);
    watch(answer).stop();
    await aMoment();
    resolve();
    await aMoment();
    expect(query).not.toHaveBeenCalled();
    const { said, stop } = watch(answer);
    await vi.waitFor(() => expect(said.at(-1)).toBe(0));
    stop();
  });

  it('waits for it although it is watched, and then renews itself as any other', async () => {
    const store = await anOpenStore();
    const { promise, resolve } = Promise.withResolvers<void>();
    const { said, stop } = watch(live(() => store.db.articles.count(), promise));
    await aMoment();
    expect(said).toEqual(['loading']);
    resolve();
    await vi.waitFor(() => expect(said).toEqual(['loading', 0]));
    await keepArticle(store, await aDraft());
    await vi.waitFor(() => expect(said).toEqual(['loading', 0, 1]));
    stop();
  });

  it('starts after a failure too', async () => {
    const store = await anOpenStore();
    const { said, stop } = watch(live(() => store.db.articles.count(), Promise.reject(new Error('gone'))));
    await vi.waitFor(() => expect(said).toEqual(['loading', 0]));
    stop();
  });
});

describe('answered', () => {
  it('resolves with the first answer and not before', async () => {
    const store = await anOpenStore();
    const { promise, resolve } = Promise.withResolvers<number>();
    const answer = live(() => promise);
    const heard = vi.fn();
    answered(answer).then(heard);
    await aMoment();
    expect(heard).not.toHaveBeenCalled();
    resolve(await store.db.articles.count());
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    await answered(answer);
  });
});
