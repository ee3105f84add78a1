import { expect, it } from 'vitest';
import type { ListId } from '../../lib/article/ids.ts';
import type { List } from '../../lib/article/list.ts';
import { nameOf } from './place-words.ts';

it('calls a list by its name once that is read, and says of one that is gone that there is none', () => {
  const place = { kind: 'list', listId: 'tides' as ListId } as const;
  const tides = { id: 'tides', name: 'Tides' } as List;
  expect([undefined, [tides], []].map((lists) => nameOf(place, lists, []))).toEqual(['List', 'Tides', 'No such list']);
});
