import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../article/ids.ts';
import { handOver, readHandedOver } from './handed-over.ts';

describe('articles handed over to the next page of a tab', () => {
  const storageOf = (items: Record<string, string>): Storage =>
    ({
      getItem: (key: string) => items[key] ?? null,
      setItem: (key: string, value: string) => {
        items[key] = value;
      },
    }) as unknown as Storage;

  it('are read there, and anything else that stands in their place is none', () => {
    const items: Record<string, string> = {};
    expect(readHandedOver(storageOf(items))).toEqual([]);
    handOver(storageOf(items), ['a', 'b'] as ArticleId[]);
    expect(readHandedOver(storageOf(items))).toEqual(['a', 'b']);
    const [key] = Object.keys(items) as [string];
    expect(readHandedOver(storageOf({ [key]: '["a",7,null]' }))).toEqual(['a']);
    expect(readHandedOver(storageOf({ [key]: '{"length":1}' }))).toEqual([]);
  });
});
