import { expect, it } from 'vitest';
import type { ArticleId } from '../article/ids.ts';
import { openSpokenPlace } from './spoken-place.ts';

const aStorage = (items = new Map<string, string>()) =>
  ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  }) as unknown as Storage;

const id = (name: string) => name as ArticleId;

it('remembers the last place of each of the latest articles', () => {
  const storage = aStorage();
  for (let i = 0; i < 60; i += 1) openSpokenPlace(storage, id(`a${i}`)).keep({ start: i, words: 'One' });
  openSpokenPlace(storage, id('a59')).keep({ start: 7, words: 'Two' });
  expect(openSpokenPlace(storage, id('a59')).read()).toEqual({ start: 7, words: 'Two' });
  expect(openSpokenPlace(storage, id('a20')).read()).toEqual({ start: 20, words: 'One' });
  expect(openSpokenPlace(storage, id('a1')).read()).toBeUndefined();
});

it('makes nothing of a damaged record', () => {
  for (const text of ['{', '7', '[["a",{}],null,["a"]]']) {
    expect(openSpokenPlace(aStorage(new Map([['spoken-places', text]])), id('a')).read()).toBeUndefined();
  }
});
