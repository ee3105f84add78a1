import { type KeyLine, KeysDialog } from '../controls/KeysDialog.tsx';

const LINES: readonly KeyLine[] = [
  { keys: ['Space'], does: 'Turn the page; with Shift back' },
  { keys: ['J', 'K'], does: 'A few lines down or up' },
  { keys: ['H'], does: 'Mark what is selected, or the sentence being read' },
  { keys: [',', '.'], does: 'The mark before, the mark after' },
  { keys: ['Enter'], does: 'Write the note of the mark' },
  { keys: ['Shift', '←', '→', '↑', '↓'], does: 'Move the end or the beginning of the mark' },
  { keys: ['C'], does: 'Copy the mark or selection as a quote' },
  { keys: ['Delete'], does: 'Delete the mark' },
  { keys: ['/'], does: 'Find in the article; Enter goes on' },
  { keys: ['P'], does: 'Read aloud, pause' },
  { keys: ['←', '→', '{', '}'], does: 'While reading aloud: sentences, paragraphs' },
  { keys: ['I'], does: 'Focus line' },
  { keys: ['E'], does: 'Done with it, or back to Inbox' },
  { keys: ['F'], does: 'Favourite' },
  { keys: ['N'], does: 'Write the note; Esc goes back to the text' },
  { keys: ['1', '…', '9'], does: 'Put on a list, or take off it' },
  { keys: ['+', '-'], does: 'Larger or smaller text' },
  { keys: ['[', ']'], does: 'Shorter or longer lines' },
  { keys: ['L'], does: 'Library' },
  { keys: ['Z'], does: 'Undo' },
  { keys: ['?'], does: 'These keys' },
];

/** All keys of the reader. */
export const ReaderKeysDialog = ({ close }: { close: () => void }) => <KeysDialog lines={LINES} close={close} />;
