import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListId } from '../article/ids.ts';
import { nestLists, possibleParents, siblingsOf } from './nest-lists.ts';

const list = (id: string, parentId?: string) => ({
  id: id as ListId,
  ...(parentId !== undefined && { parentId: parentId as ListId }),
});
const shown = (lists: readonly ReturnType<typeof list>[]) =>
  nestLists(lists).map((one) => `${one.isInner ? '-' : ''}${one.list.id}`);

describe('nested lists', () => {
  it('stand behind the list they are inside of, in their order', () => {
    expect(shown([list('a'), list('b', 'd'), list('c'), list('d'), list('e', 'a'), list('f', 'd')])).toEqual([
      'a',
      '-e',
      'c',
      'd',
      '-b',
      '-f',
    ]);
  });

  it('stand by themselves where their list is gone, or inside of another itself', () => {
    expect(shown([list('a'), list('b', 'gone'), list('c', 'a'), list('d', 'c')])).toEqual(['a', '-c', 'b', 'd']);
  });

  it('are each shown once, whatever points where', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const parents = fc.array(fc.option(fc.constantFrom(...ids), { nil: undefined }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(parents, (each) => {
        const lists = ids.map((id, i) => list(id, each[i]));
        expect(
          nestLists(lists)
            .map((one) => one.list.id)
            .toSorted(),
        ).toEqual(ids);
      }),
    );
  });

  it('may go inside of any that stands by itself, unless they hold others', () => {
    const lists = [list('a'), list('b', 'a'), list('c')];
    const [a, b, c] = lists as [ReturnType<typeof list>, ReturnType<typeof list>, ReturnType<typeof list>];
    const idsOf = (some: readonly ReturnType<typeof list>[]) => some.map(({ id }) => id);
    expect(idsOf(possibleParents(lists, a))).toEqual([]);
    expect(idsOf(possibleParents(lists, b))).toEqual(['a', 'c']);
    expect(idsOf(possibleParents(lists, c))).toEqual(['a']);
    expect(idsOf(siblingsOf(lists, b))).toEqual(['b']);
    expect(idsOf(siblingsOf(lists, c))).toEqual(['a', 'c']);
  });
});
