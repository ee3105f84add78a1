// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { Route } from './route.ts';
import type { Routing } from './routing.ts';
import { type Selection, type ShownIds, useSelection } from './use-selection.ts';

const idsOf = (...ids: string[]) => ids as unknown as readonly ArticleId[];
const inbox: Route = { place: { kind: 'shelf', shelf: 'inbox' } };
const archive: Route = { place: { kind: 'shelf', shelf: 'archive' } };

function aRouting(first: Route) {
  const route = signal(first);
  const took: string[] = [];
  const take = (how: string) => (next: Route) => {
    took.push(how);
    route.value = next;
  };
  const routing: Routing = { route, go: take('go'), replace: take('replace'), close: take('close'), leave: () => {} };
  return { routing, route, took };
}

let root: HTMLElement;
let selection: Selection;

function Probe({ routing, shown, isWide }: { routing: Routing; shown: ShownIds; isWide: boolean }) {
  selection = useSelection(routing, shown, isWide);
  return null;
}

async function show(routing: Routing, ids: readonly ArticleId[], isWide: boolean, key = 'inbox') {
  await act(() => render(h(Probe, { routing, shown: { key, ids }, isWide }), root));
}

describe('useSelection', () => {
  beforeEach(() => {
    root = document.createElement('div');
  });

  it('shows the first article where there is room, and none where there is not', async () => {
    await show(aRouting(inbox).routing, idsOf('a', 'b'), true);
    expect([selection.selectedId, selection.isOpen]).toEqual(['a', true]);
    root = document.createElement('div');
    await show(aRouting(inbox).routing, idsOf('a', 'b'), false);
    expect([selection.selectedId, selection.isOpen]).toEqual([undefined, false]);
  });

  it('opens details over the rows as a step that Back undoes', async () => {
    const { routing, took, route } = aRouting(inbox);
    await show(routing, idsOf('a', 'b'), false);
    await act(() => selection.open('b' as ArticleId));
    expect([took, route.value.articleId, selection.isOpen]).toEqual([['go'], 'b', true]);
  });

  it('steps without opening details over the rows', async () => {
    const { routing, took } = aRouting(inbox);
    await show(routing, idsOf('a', 'b'), false);
    await act(() => selection.step(1));
    await act(() => selection.step(1));
    expect([selection.selectedId, selection.isOpen, took]).toEqual(['b', false, []]);
  });

  it('hands on to the next when the selected one leaves', async () => {
    const { routing, route } = aRouting({ ...inbox, articleId: 'b' as ArticleId });
    await show(routing, idsOf('a', 'b', 'c'), true);
    await show(routing, idsOf('a', 'c'), true);
    expect([selection.selectedId, route.value.articleId]).toEqual(['c', 'c']);
  });

  it('closes details over the rows when their article leaves, and stands on the next', async () => {
    const { routing, took } = aRouting({ ...inbox, articleId: 'b' as ArticleId });
    await show(routing, idsOf('a', 'b', 'c'), false);
    await show(routing, idsOf('a', 'c'), false);
    expect([took, selection.selectedId, selection.isOpen]).toEqual([['close'], 'c', false]);
  });

  it('selects nothing once nothing is left', async () => {
    const { routing } = aRouting(inbox);
    await show(routing, idsOf('a'), true);
    await show(routing, idsOf(), true);
    expect(selection.selectedId).toBeUndefined();
  });

  it('stands still while the rows of the next place are on their way', async () => {
    const { routing, route } = aRouting(inbox);
    await show(routing, idsOf('a', 'b'), true);
    await act(() => selection.step(1));
    route.value = archive;
    await show(routing, idsOf('a', 'b'), true);
    expect(selection.selectedId).toBe('b');
    await show(routing, idsOf('x', 'y'), true, 'archive');
    expect(selection.selectedId).toBe('x');
  });

  it('opens what was asked for elsewhere, also where its row leaves the former place meanwhile', async () => {
    const { routing, route, took } = aRouting({ ...archive, articleId: 'b' as ArticleId });
    await show(routing, idsOf('a', 'b', 'c'), true, 'archive');
    await act(() => {
      route.value = { ...inbox, articleId: 'b' as ArticleId };
    });
    await show(routing, idsOf('a', 'c'), true, 'archive');
    await show(routing, idsOf('b', 'd'), true, 'inbox');
    expect([took, route.value, selection.selectedId]).toEqual([[], { ...inbox, articleId: 'b' }, 'b']);
  });
});
