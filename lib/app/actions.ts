import type { ArticleId, ListId, VersionId } from '../article/ids.ts';
import type { Colour, List } from '../article/list.ts';
import type { NoteTarget } from '../article/note.ts';
import type { ReadingPosition } from '../article/reading.ts';
import type { Store } from '../store/database.ts';
import { writeListNote } from '../store/list-notes.ts';
import { writeNote } from '../store/notes.ts';
import { keepPlace } from '../store/readings.ts';
import { showVersion } from '../store/versions.ts';
import * as organise from './organise.ts';
import { tagFromNote } from './tag-from-note.ts';
import { takeWayFromCard } from './take-way.ts';
import * as triage from './triage.ts';
import { type Done, reachOf } from './undo.ts';

/** Everything a view may do to the library, each bound to the store. What gives a `Done` can be undone by it. */
export function createActions(store: Store) {
  type Ids = readonly ArticleId[];
  return {
    archive: (ids: Ids) => triage.archive(store, ids),
    unarchive: (ids: Ids) => triage.unarchive(store, ids),
    markDone: (ids: Ids) => triage.markDone(store, ids),
    markFavourite: (ids: Ids) => triage.markFavourite(store, ids),
    unmarkFavourite: (ids: Ids) => triage.unmarkFavourite(store, ids),
    trash: (ids: Ids) => triage.trash(store, ids),
    restore: (ids: Ids) => triage.restore(store, ids),
    createList: (name: string) => organise.createList(store, name),
    renameList: (list: List, name: string) => organise.renameList(store, list, name),
    recolourList: (list: List, colour: Colour) => organise.recolourList(store, list, colour),
    setListIcon: (list: List, typed: string) => organise.setListIcon(store, list, typed),
    nestList: (list: List, parentId: ListId | undefined) => organise.nestList(store, list, parentId),
    writeListNote: (listId: ListId, text: string, former: string) => writeListNote(store, listId, text, former),
    deleteList: (list: List) => organise.deleteList(store, list),
    moveList: (list: List, beforeId: ListId | undefined) => organise.moveList(store, list, beforeId),
    addToList: (list: List, articleId: ArticleId) => organise.addToList(store, list, articleId),
    addToNewList: (name: string, articleId: ArticleId) => organise.addToNewList(store, name, articleId),
    removeFromList: (list: List, articleId: ArticleId) => organise.removeFromList(store, list, articleId),
    moveInList: (listId: ListId, articleId: ArticleId, beforeId: ArticleId | undefined) =>
      organise.moveInList(store, listId, articleId, beforeId),
    join: (keptId: ArticleId, otherId: ArticleId) => organise.join(store, keptId, otherId),
    tag: (articleId: ArticleId, label: string) => organise.tagArticle(store, articleId, label),
    untag: (articleId: ArticleId, label: string) => organise.untagArticle(store, articleId, label),
    /** Keeps the note as it stands; called at each keystroke. */
    writeNote: (target: NoteTarget, text: string) => writeNote(store, target, text),
    /** Puts the `#tags` of a note that has been left on its article. */
    tagFromNote: (articleId: ArticleId, note: string) => tagFromNote(store, articleId, note),
    keepPlace: (articleId: ArticleId, place: { position: ReadingPosition; progress: number }) =>
      keepPlace(store, articleId, place),
    /** Takes another part of the page under the popup. */
    takeWay: takeWayFromCard,
    showVersion: async (articleId: ArticleId, versionId: VersionId, formerId: VersionId): Promise<Done> => {
      await showVersion(store, articleId, versionId);
      return {
        label: 'Other text shown',
        undo: () => showVersion(store, articleId, formerId),
        reach: reachOf(store, [articleId]),
      };
    },
  };
}

export type Actions = ReturnType<typeof createActions>;
