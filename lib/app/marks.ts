import type { Highlight, HighlightPlace } from '../article/highlight.ts';
import type { HighlightId } from '../article/ids.ts';
import type { Colour } from '../article/list.ts';
import type { Store } from '../store/database.ts';
import { addHighlight, changeHighlight, type HighlightDraft, writeHighlightNote } from '../store/highlights.ts';
import { type Done, reachOf } from './undo.ts';

/** What a reader does to marks. Apart from the other actions: the popup has no use for them. */
export function createMarks(store: Store) {
  return {
    async add(draft: HighlightDraft): Promise<{ readonly mark: Highlight; readonly done: Done }> {
      const mark = await addHighlight(store, draft);
      const undo = () => setDeleted(store, mark.id, store.now());
      return { mark, done: { label: 'Marked', undo, reach: reachOf(store, [mark.articleId]) } };
    },
    recolour: (id: HighlightId, colour: Colour): Promise<Done | undefined> =>
      change(store, id, `Mark is ${colour} now`, { colour }),
    /** Gives a mark another place: its end was moved, or it was placed by hand. */
    place: (id: HighlightId, place: HighlightPlace): Promise<Done | undefined> =>
      change(store, id, 'Mark moved', { place }),
    /** The note goes with the mark, and comes back with it. */
    async remove(mark: Highlight): Promise<Done> {
      await setDeleted(store, mark.id, store.now());
      const label = mark.note.trim() === '' ? 'Mark deleted' : 'Mark and its note deleted';
      return { label, undo: () => setDeleted(store, mark.id, undefined), reach: reachOf(store, [mark.articleId]) };
    },
    /** Keeps the note as it stands; called at each keystroke. */
    writeNote: (id: HighlightId, text: string, former?: string): Promise<void> =>
      writeHighlightNote(store, id, text, former),
  };
}

export type Marks = ReturnType<typeof createMarks>;

/** Undo gives back what was changed, and leaves a note that was typed since. */
async function change(
  store: Store,
  id: HighlightId,
  label: string,
  next: { readonly colour: Colour } | { readonly place: HighlightPlace },
): Promise<Done | undefined> {
  const former = await changeHighlight(store, id, next);
  if (!former) return undefined;
  const { articleId, colour } = former;
  const back = 'colour' in next ? { colour } : { place: placeOf(former) };
  const undo = () => changeHighlight(store, id, back).then(() => undefined);
  return { label, undo, reach: reachOf(store, [articleId]) };
}

const setDeleted = (store: Store, id: HighlightId, deletedAt: number | undefined): Promise<void> =>
  changeHighlight(store, id, { deletedAt }).then(() => undefined);

const placeOf = ({ quote, position, bodyHash, pictureUrl }: Highlight): HighlightPlace => ({
  quote,
  ...(position && { position }),
  ...(bodyHash !== undefined && { bodyHash }),
  ...(pictureUrl !== undefined && { pictureUrl }),
});
