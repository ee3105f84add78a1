import { describe, expect, it } from 'vitest';
import { FULL_EXPORTS } from '../../../tests/support/full-exports.ts';
import { whyRejected } from '../../../tests/support/why-rejected.ts';
import { readImport } from './read-import.ts';

describe('a file with all that its format can hold', () => {
  it.each(FULL_EXPORTS)('$name', async ({ path, content, items, rejected = [] }) => {
    const isText = typeof content === 'string';
    const blob = new Blob([isText ? content : JSON.stringify(content)]);
    const result = await readImport([{ path: path ?? (isText ? 'a.txt' : 'export.json'), blob }]);
    for (const expected of items) {
      const item = result.items.find(({ url }) => url === expected['url']);
      expect({ ...empty, ...item }).toMatchObject(expected);
    }
    expect(result.items.map(({ url }) => url)).toEqual(items.map(({ url }) => url));
    expect(whyRejected(result)).toEqual(rejected);
  });
});

/** So that a field that must be absent can be expected to be `undefined`. */
const empty = { title: undefined, addedAt: undefined, text: undefined };
