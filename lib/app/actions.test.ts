import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { aModelLibrary, type Mark } from '../../tests/support/model-library.ts';
import type { ArticleId } from '../article/ids.ts';
import type { List } from '../article/list.ts';
import type { Shelf } from '../article/reading.ts';
import { keepArticle } from '../store/articles.ts';
import { readCounts } from '../store/counts.ts';
import { readListOrder, readLists } from '../store/lists.ts';
import { readNotes } from '../store/read-notes.ts';
import { readShelf } from '../store/read-shelf.ts';
import { readTagged } from '../store/read-tags.ts';
import { readReading } from '../store/readings.ts';
import { createActions } from './actions.ts';
import type { Done } from './undo.ts';

const SHELVES: readonly Shelf[] = ['inbox', 'reading', 'favourites', 'archive', 'trash'];
const TAGS = ['sea', 'fibre'];

const article = fc.nat({ max: 4 });
const list = fc.nat({ max: 2 });
const tag = fc.constantFrom(...TAGS);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('save' as const), article }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'archive' as const,
        'unarchive' as const,
        'markFavourite' as const,
        'unmarkFavourite' as const,
        'trash' as const,
        'restore' as const,
      ),
      articles: fc.uniqueArray(article, { minLength: 1, maxLength: 3 }),
    }),
  },
  fc.record({ kind: fc.constant('read' as const), article, progress: fc.constantFrom(0, 0.3, 0.6, 0.95) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('tag' as const, 'untag' as const), article, tag }) },
  fc.record({ kind: fc.constant('write' as const), article, text: fc.constantFrom('Hum', 'Hum again', ' ') }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('createList' as const), list }) },
  fc.record({ kind: fc.constant('deleteList' as const), list }),
  fc.record({ kind: fc.constant('moveList' as const), list, before: fc.option(list) }),
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('addToList' as const), list, article }) },
  fc.record({ kind: fc.constant('removeFromList' as const), list, article }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('moveInList' as const), list, article, before: article }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const MARKS = {
  archive: ['archived', true],
  unarchive: ['archived', false],
  markFavourite: ['favourite', true],
  unmarkFavourite: ['favourite', false],
  trash: ['trashed', true],
  restore: ['trashed', false],
} as const satisfies Record<string, readonly [Mark, boolean]>;

const NAMES = ['Weekend', 'Later', 'Work'];

/** The library under test beside its model, both taking the same steps. */
function aPair() {
  const store = aStore();
  const actions = createActions(store);
  const model = aModelLibrary();
  const ids = new Map<number, ArticleId>();
  const undos: { readonly done: Done; readonly undo: (at: number) => void }[] = [];

  async function listAt(index: number): Promise<List | undefined> {
    return (await readLists(store)).find(({ name }) => name === NAMES[index]);
  }

  async function mark(kind: keyof typeof MARKS, indexes: readonly number[], at: number) {
    const chosen = indexes.flatMap((index) => ids.get(index) ?? []);
    if (chosen.length === 0) return;
    const [name, isSet] = MARKS[kind];
    undos.push({ done: await actions[kind](chosen), undo: model.mark(chosen, name, isSet ? at : undefined) });
  }

  async function changeArticle(change: Extract<Step, { readonly article: number }>, id: ArticleId, at: number) {
    if (change.kind === 'read') {
      const position = { anchorText: 'Hum', anchorOccurrence: 0, fraction: change.progress };
      await actions.keepPlace(id, { position, progress: change.progress });
      model.read(id, change.progress, at);
    } else if (change.kind === 'untag') {
      undos.push({ done: await actions.untag(id, change.tag), undo: model.untag(id, change.tag) });
    } else if ('tag' in change) {
      await actions.tag(id, change.tag);
      model.tag(id, change.tag, at);
    } else if (change.kind === 'write') {
      const isTrashed = (await readReading(store, id))?.trashedAt !== undefined;
      await actions.writeNote({ articleId: id, isTrashed }, change.text);
      model.write(id, change.text, at);
    } else if ('list' in change) {
      const found = await listAt(change.list);
      if (found) await changeEntry(change, found, id);
    }
  }

  async function changeEntry(
    change: Extract<Step, { readonly article: number; readonly list: number }>,
    found: List,
    id: ArticleId,
  ) {
    const listId = found.id;
    if (change.kind === 'addToList') {
      undos.push({ done: await actions.addToList(found, id), undo: model.addToList(listId, id) });
    } else if (change.kind === 'removeFromList') {
      undos.push({ done: await actions.removeFromList(found, id), undo: model.removeFromList(listId, id) });
    } else if (model.onList(listId).includes(id)) {
      const before = ids.get(change.before);
      const next = before !== undefined && before !== id && model.onList(listId).includes(before) ? before : undefined;
      undos.push({ done: await actions.moveInList(listId, id, next), undo: model.moveInList(listId, id, next) });
    }
  }

  async function changeLists(change: Extract<Step, { readonly kind: 'createList' | 'deleteList' | 'moveList' }>) {
    const name = NAMES[change.list] ?? '';
    if (change.kind === 'createList') {
      model.createList((await actions.createList(name)) ?? 'none', name);
      return;
    }
    const found = await listAt(change.list);
    if (!found) return;
    if (change.kind === 'deleteList') {
      undos.push({ done: await actions.deleteList(found), undo: model.deleteList(found.id) });
      return;
    }
    const before = change.before === null || change.before === change.list ? undefined : await listAt(change.before);
    undos.push({ done: await actions.moveList(found, before?.id), undo: model.moveList(found.id, before?.id) });
  }

  return {
    store,
    model,
    async take(change: Step) {
      const at = store.wait();
      if (change.kind === 'undo') {
        const last = undos.pop();
        await last?.done.undo();
        last?.undo(at);
      } else if (change.kind === 'save') {
        const url = `https://daily.example/${change.article}`;
        const { articleId } = await keepArticle(store, await aDraft({ url }));
        ids.set(change.article, articleId);
        model.save(articleId, at);
      } else if ('articles' in change) {
        await mark(change.kind, change.articles, at);
      } else if ('article' in change) {
        const id = ids.get(change.article);
        if (id !== undefined) await changeArticle(change, id, at);
      } else {
        await changeLists(change);
      }
    },
  };
}

describe('the library', () => {
  it('stands as its model after any sequence of actions and undos', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
        const { store, model, take } = aPair();
        for (const one of steps) await take(one);

        const counts = await readCounts(store);
        for (const shelf of SHELVES) {
          expect([shelf, await readShelf(store, shelf, 99)]).toEqual([shelf, model.shelf(shelf)]);
          expect([shelf, counts.shelves[shelf]]).toEqual([shelf, model.shelf(shelf).length]);
        }
        const lists = await readLists(store);
        expect(lists.map(({ id }) => id)).toEqual(model.shownLists());
        for (const { id } of lists) {
          const order = await readListOrder(store, id);
          expect(order).toEqual(model.onList(id));
          expect(counts.lists.get(id)).toBe(order.length);
        }
        for (const name of TAGS) expect([name, await readTagged(store, name)]).toEqual([name, model.tagged(name)]);
        expect(new Map(counts.tags.map(({ tagKey, count }) => [tagKey, count]))).toEqual(
          new Map(TAGS.map((name) => [name, model.tagged(name).length] as const).filter(([, count]) => count > 0)),
        );
        const notes = await readNotes(store, 99);
        expect(notes.map(({ articleId }) => articleId)).toEqual(model.notes());
        expect(counts.notes).toBe(notes.length);
        await store.db.delete();
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
