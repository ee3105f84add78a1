import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { aStore } from '../../tests/support/a-store.ts';
import { once } from './once.ts';

const aCounter = () => {
  const { db } = aStore();
  let reads = 0;
  const read = once(async () => {
    reads++;
    return db.lists.count();
  });
  const inOne = (work: () => Promise<unknown>) => db.transaction('r', db.lists, work);
  return { read, inOne, reads: () => reads };
};

it('reads once for all who ask in one transaction, and never again', async () => {
  const { read, inOne, reads } = aCounter();
  await inOne(() => Promise.all([read(), read(), read()]));
  await inOne(read);
  expect(reads()).toBe(1);
});

it('lets each of two transactions at once read for itself, as neither can wait for the other', async () => {
  const { read, inOne, reads } = aCounter();
  expect(await Promise.all([inOne(read), inOne(read)])).toEqual([0, 0]);
  expect(reads()).toBe(2);
  await inOne(read);
  expect(reads()).toBe(2);
});

it('asks again after it failed', async () => {
  const { db } = aStore();
  let isBroken = true;
  const read = once(async () => {
    const count = await db.lists.count();
    if (isBroken) throw new Error('broken');
    return count;
  });
  await expect(db.transaction('r', db.lists, read)).rejects.toThrow('broken');
  isBroken = false;
  expect(await db.transaction('r', db.lists, read)).toBe(0);
});
