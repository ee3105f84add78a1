/** What was done, in the reader's words, and the way back. */
export interface Done {
  /** As in "3 articles archived". */
  readonly label: string;
  readonly undo: () => Promise<void>;
}
