/** A link of a note to something kept. */
export interface NoteLink {
  readonly label: string;
  /** `article/` or `mark/`, then the id. */
  readonly target: string;
}

/** A tag begins with a letter, after a space or at the start: no colour (`#fff000` is one, rarely written) and no anchor. */
const TAG = /(?<=^|[\s(,;])#([\p{L}][\p{L}\p{N}_-]{0,39})/gu;
const LINK = /\[\[([^\]|\n]{0,300})\|((?:article|mark)\/[\w-]{1,64})\]\]/g;
/** Code is quoted, not said. */
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;

/** Tags in the text of a note, as typed, each once. */
export function tagsIn(text: string): readonly string[] {
  const spoken = text.replace(CODE, ' ').replace(LINK, ' ');
  return [...new Set([...spoken.matchAll(TAG)].map(([, label = '']) => label))];
}

export function linksIn(text: string): readonly NoteLink[] {
  return [...text.replace(CODE, ' ').matchAll(LINK)].map(([, label = '', target = '']) => ({ label, target }));
}

/** What to write for a link. Brackets and bars would end it early. */
export const writeLink = ({ label, target }: NoteLink): string =>
  `[[${label
    .replace(/[[\]|\s]+/g, ' ')
    .trim()
    .slice(0, 200)}|${target}]]`;

/** The same for elsewhere, where nothing answers to an id of this library: of a link stays what it is called. */
export const withoutIds = (note: string): string => note.replace(LINK, (_, label: string) => `“${label}”`);
