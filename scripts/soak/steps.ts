import {
  changeMany,
  createList,
  deleteList,
  emptyTrash,
  eraseMany,
  moveInList,
  recolourList,
  renameList,
  restoreMany,
} from './bulk-steps.ts';
import {
  archiveUnread,
  done,
  eraseOne,
  favourite,
  look,
  note,
  restore,
  search,
  tag,
  toggleList,
  trash,
  undo,
  untag,
} from './library-steps.ts';
import { saveAgain, saveNew } from './popup-steps.ts';
import { readAnew, readOn } from './reader-steps.ts';
import type { Step } from './stage.ts';

/** How often each is done, as a share of all. */
const WEIGHTS: Readonly<Record<string, readonly [weight: number, step: Step]>> = {
  'save a page': [6, saveNew],
  'save it again': [4, saveAgain],
  favourite: [5, favourite],
  done: [6, done],
  'archive unread': [2, archiveUnread],
  trash: [5, trash],
  restore: [4, restore],
  'erase one': [2, eraseOne],
  tag: [7, tag],
  untag: [4, untag],
  list: [8, toggleList],
  note: [8, note],
  undo: [8, undo],
  search: [9, search],
  look: [7, look],
  'change many': [4, changeMany],
  'restore many': [1, restoreMany],
  'erase many': [1, eraseMany],
  'empty trash': [0.3, emptyTrash],
  'new list': [1, createList],
  'rename list': [1, renameList],
  'recolour list': [1, recolourList],
  'delete list': [0.5, deleteList],
  'move in list': [2, moveInList],
  'open a reader': [5, readAnew],
  'read on': [7, readOn],
};

/** Saves until there are so many articles, and erases from so many on: what is measured shall not grow by what is kept. */
const [LEAST, MOST] = [25, 45];

export function chooseStep(next: () => number, kept: number, only: string): readonly [name: string, step: Step] {
  const factorOf = (name: string): number => {
    if (name === 'save a page') return kept < LEAST ? 4 : kept > MOST ? 0 : 1;
    if (/^(trash|erase|empty)/.test(name)) return kept < LEAST ? 0.2 : kept > MOST ? 3 : 1;
    return 1;
  };
  const entries = Object.entries(WEIGHTS)
    .filter(([name]) => only === '' || only.split(',').includes(name))
    .map(([name, [weight, step]]) => [name, weight * factorOf(name), step] as const);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = next() * total;
  for (const [name, weight, step] of entries) {
    left -= weight;
    if (left < 0) return [name, step];
  }
  return ['search', search];
}
