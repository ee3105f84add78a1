import { type KeyLine, KeysDialog } from '../controls/KeysDialog.tsx';

const LINES: readonly KeyLine[] = [
  { keys: ['/'], does: 'Search' },
  { keys: ['J', 'K'], does: 'Next article, previous article' },
  { keys: ['Enter'], does: 'Read' },
  { keys: ['E'], does: 'Done; in the archive, back to Inbox' },
  { keys: ['F'], does: 'Favourite' },
  { keys: ['N'], does: 'Write a note' },
  { keys: ['1', '…', '9'], does: 'Put on a list, or take off' },
  { keys: ['X'], does: 'Select, with Shift up to here; then act on all at the bottom' },
  { keys: ['#'], does: 'Move to Trash' },
  { keys: ['Alt', '↑', '↓'], does: 'Move within a list, or move a list' },
  { keys: ['Z'], does: 'Undo' },
  { keys: ['Esc'], does: 'Close details, leave the search' },
  { keys: ['?'], does: 'All keys' },
];

/** All keys of the library. */
export const LibraryKeysDialog = ({ close }: { close: () => void }) => <KeysDialog lines={LINES} close={close} />;
