// First: Dexie looks for IndexedDB when its module is loaded.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import type { ArticleId, ListId } from '../../lib/article/ids.ts';
import { keepArticle } from '../../lib/store/articles.ts';
import { addList } from '../../lib/store/change-lists.ts';
import { addHighlight, changeHighlight } from '../../lib/store/highlights.ts';
import { putOnList, takeOffList } from '../../lib/store/list-entries.ts';
import { writeNote } from '../../lib/store/notes.ts';
import { changeReadings, keepPlace } from '../../lib/store/readings.ts';
import { addTag, removeTag } from '../../lib/store/tags.ts';
import { aDraft, aStore, type TestStore } from './a-store.ts';

export const urlOf = (n: number) => `https://daily.example/${n}`;
export const LABELS = ['Sea', 'Boats', 'Harbour'];

/** What a reader may have done with an article before. */
export const KEPT = fc.record({
  hasText: fc.boolean(),
  hasOwnTitle: fc.boolean(),
  tags: fc.subarray(LABELS),
  untagged: fc.subarray(LABELS),
  lists: fc.subarray([0, 1]),
  takenOff: fc.subarray([0, 1]),
  note: fc.constantFrom('', ' ', 'Mine', 'From afar'),
  marks: fc.subarray(['words', 'Text']),
  isMarkDeleted: fc.boolean(),
  isFavourite: fc.boolean(),
  isTrashed: fc.boolean(),
  progress: fc.constantFrom(0, 0.5, 1),
});
export type Kept = typeof KEPT extends fc.Arbitrary<infer Value> ? Value : never;

async function keep(store: TestStore, listIds: readonly ListId[], n: number, kept: Kept): Promise<ArticleId> {
  const url = urlOf(n);
  const title = kept.hasOwnTitle ? `Title ${n}` : url;
  const draft = await aDraft({ url, title, ...(kept.hasText ? {} : { html: undefined }), pictureUrls: [`${url}.png`] });
  const { articleId } = await keepArticle(store, draft);
  for (const tag of kept.tags) await addTag(store, articleId, tag);
  for (const tag of kept.untagged) await removeTag(store, articleId, tag);
  for (const at of kept.lists) await putOnList(store, listIds[at] as ListId, articleId, () => `${n}m`);
  for (const at of kept.takenOff) await takeOffList(store, listIds[at] as ListId, articleId);
  if (kept.note !== '') await writeNote(store, { articleId }, kept.note);
  for (const exact of kept.marks) {
    const { id } = await addHighlight(store, { articleId, colour: 'rose', quote: { exact, prefix: '', suffix: '' } });
    if (kept.isMarkDeleted) await changeHighlight(store, id, { deletedAt: store.now() });
  }
  if (kept.progress > 0)
    await keepPlace(store, articleId, {
      position: { anchorText: 'T', anchorOccurrence: 0, fraction: 0 },
      progress: kept.progress,
    });
  if (kept.isFavourite) await changeReadings(store, [articleId], () => ({ favouriteAt: store.now() }));
  if (kept.isTrashed) await changeReadings(store, [articleId], () => ({ trashedAt: store.now() }));
  return articleId;
}

/** A library of such articles, `urlOf` each, with two lists, made so many milliseconds later. */
export async function aLibraryOf(keeps: readonly Kept[], later = 0) {
  const store = aStore();
  store.wait(later);
  const listIds: ListId[] = [];
  for (const name of ['Later', 'Soon'])
    listIds.push(await addList(store, name, () => ({ colour: 'blue', rank: name })));
  const ids: ArticleId[] = [];
  for (const [n, kept] of keeps.entries()) ids.push(await keep(store, listIds, n, kept));
  store.wait();
  return { store, listIds, ids };
}

/** Everything that a reader has: not the index, which the check compares with it, nor imports. */
export async function dump({ db }: TestStore) {
  const tables = db.tables.filter(({ name }) => !/^(?:index|import)/.test(name));
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}
