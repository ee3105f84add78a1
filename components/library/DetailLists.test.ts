// @vitest-environment jsdom
/// <reference path="../css.d.ts" />
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { List } from '../../lib/article/list.ts';
import { DetailLists } from './DetailLists.tsx';

const lists = Array.from(
  { length: 100 },
  (_, n) => ({ id: `l${n}`, name: `List ${n}`, colour: 'blue' }) as never as List,
);
const detail = { article: { id: 'a' }, listIds: ['l3', 'l70'] } as never as ArticleDetail;

it('draws of hundreds of lists the first and those that the article is on, and the others once they are asked for', async () => {
  const box = document.createElement('div');
  const addToList = vi.fn(async () => undefined);
  const app = { actions: { addToList }, history: { record: () => undefined } };
  render(h(DetailLists, { app: app as never, detail, lists }), box);
  const named = (name: string) => [...box.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  const pressed = () => [...box.querySelectorAll('[aria-pressed="true"]')].map(({ textContent }) => textContent);
  expect(box.querySelectorAll('button')).toHaveLength(14);
  expect(pressed()).toEqual(['List 3', 'List 70']);
  expect([named('List 4')?.title, named('List 11')?.title]).toEqual(['Key 5', '']);
  named('87 more')?.click();
  await vi.waitFor(() => expect(named('List 99')).toBeDefined());
  named('List 99')?.click();
  expect(addToList).toHaveBeenCalledWith(lists[99], 'a');
  named('Fewer')?.click();
  await vi.waitFor(() => expect(named('List 99')).toBeUndefined());
  expect(pressed()).toEqual(['List 3', 'List 70']);
});
