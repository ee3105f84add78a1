// What the popup needs only after its first rows are on screen, loaded as a chunk of its own: the first load is kept
// small, as a popup is a new document at every click.
export { UndoBar } from '../controls/UndoBar.tsx';
export { createUndoHistory } from '../controls/undo-history.ts';
export { Card } from './Card.tsx';
export { EmptyRows } from './EmptyRows.tsx';
export { ListRows } from './ListRows.tsx';
export { NoteRows } from './NoteRows.tsx';
