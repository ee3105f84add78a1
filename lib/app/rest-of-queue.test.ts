import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from '../store/articles.ts';
import { answered } from '../store/live.ts';
import { keepPlace } from '../store/readings.ts';
import { createActions } from './actions.ts';
import { restOfQueue } from './rest-of-queue.ts';
import { eraseForGood } from './trash.ts';

async function aQueue() {
  const store = aStore();
  const idOf = new Map<string, ArticleId>();
  for (const name of ['a', 'b', 'c', 'd']) {
    const { articleId } = await keepArticle(store, await aDraft({ url: `https://daily.example/${name}`, title: name }));
    idOf.set(name, articleId);
  }
  const id = (name: string) => idOf.get(name) ?? (name as ArticleId);
  const read = (at: string, queue = 'abcd') => restOfQueue(store, [...queue].map(id), id(at));
  const restAt = async (at: string, queue?: string) => {
    const rest = read(at, queue);
    await answered(rest);
    return rest.peek().status === 'ready' ? titlesOf(rest) : 'failed';
  };
  return { store, actions: createActions(store), id, read, restAt };
}

function titlesOf(rest: ReturnType<typeof restOfQueue>): string {
  const loaded = rest.peek();
  return loaded.status === 'ready' ? loaded.value.map(({ title }) => title).join('') : loaded.status;
}

describe('the rest of a queue', () => {
  it('is what comes after an article, and nothing after the last', async () => {
    const { restAt } = await aQueue();
    expect(await Promise.all(['a', 'c', 'd'].map((at) => restAt(at)))).toEqual(['bcd', 'd', '']);
  });

  it('is the whole queue for an article that a link led to from it', async () => {
    const { restAt } = await aQueue();
    expect(await restAt('d', 'abc')).toBe('abc');
  });

  it('leaves out what was finished, put away, thrown away or erased, and what never was', async () => {
    const { store, actions, id, restAt } = await aQueue();
    await keepPlace(store, id('b'), { position: { anchorText: '', anchorOccurrence: 0, fraction: 1 }, progress: 1 });
    expect(await restAt('a', 'abcdx')).toBe('cd');
    await actions.archive([id('c')]);
    expect(await restAt('a')).toBe('d');
    await actions.trash([id('d')]);
    expect(await restAt('a')).toBe('');
    await actions.restore([id('d')]);
    expect(await restAt('a')).toBe('d');
    await actions.trash([id('d')]);
    await eraseForGood(store, [id('d')]);
    expect(await restAt('a')).toBe('');
  });

  it('follows what other windows do', async () => {
    const { actions, id, read } = await aQueue();
    const rest = read('a');
    const stop = rest.subscribe(() => undefined);
    await expect.poll(() => titlesOf(rest)).toBe('bcd');
    await actions.markDone([id('b')]);
    await expect.poll(() => titlesOf(rest)).toBe('cd');
    stop();
  });
});
