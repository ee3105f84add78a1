import type { Found } from './found.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge } from './judge.ts';
import { createLineCounter } from './lines.ts';
import { walkHtml } from './markup.ts';
import { folderName, isYes, splitTags, timeOfNumber } from './values.ts';

/** The bookmark file of every browser and bookmark service, in all its dialects: tag soup since 1996. */
export const netscape: Importer = {
  name: 'Bookmarks file',
  lacks: 'highlights and texts',
  recognise: ({ text }) => {
    const head = text.slice(0, 65_536);
    const isOne =
      /<!doctype\s+netscape-bookmark-file-1/i.test(head) ||
      /<dt>\s*<(?:a|h3)\b/i.test(head) ||
      /^\s*<dl>\s*<p>/i.test(head);
    return isOne ? 'netscape-html' : undefined;
  },
  read: function* (contents) {
    for (const content of contents) yield* readBookmarks(content.text, fileOf(content, contents));
  },
};

interface OpenLink {
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly lists: readonly (readonly string[])[];
  title: string;
  note: string;
}

function readBookmarks(text: string, file: { readonly file?: string }): readonly Found[] {
  const lineAt = createLineCounter(text);
  const found: Found[] = [];
  /** Names of the open folders; `undefined` for a `DL` without a heading. */
  const folders: (string | undefined)[] = [];
  let heading: string | undefined;
  let current: OpenLink | undefined;
  let reading: 'title' | 'note' | 'heading' | undefined;

  const finish = () => {
    if (current) found.push(judge(draftOf(current), { ...file, line: current.line }));
    current = undefined;
    reading = undefined;
  };

  // The <p> after each <DL> says nothing and would double the nesting; spaces keep the offsets.
  walkHtml(text.replace(/<p>/gi, '   '), {
    open: (name, attributes, offset) => {
      if (name === 'dt' || name === 'hr') finish();
      else if (name === 'h3') {
        finish();
        heading = '';
        reading = 'heading';
      } else if (name === 'dl') {
        finish();
        folders.push(heading === undefined ? undefined : folderName(heading));
        heading = undefined;
      } else if (name === 'dd') {
        reading = current ? 'note' : undefined;
      } else if (name === 'a' && reading !== 'note') {
        finish();
        const path = folders.filter((folder) => folder !== undefined);
        const lists = path.length > 0 ? [path] : [];
        current = { attributes, line: lineAt(offset), lists, title: '', note: '' };
        reading = 'title';
      }
    },
    close: (name) => {
      if (name === 'a' && reading === 'title') reading = undefined;
      else if (name === 'h3' && reading === 'heading') reading = undefined;
      else if (name === 'dl') {
        finish();
        folders.pop();
      }
    },
    text: (piece) => {
      if (reading === 'title' && current) current.title += piece;
      else if (reading === 'note' && current) current.note += piece;
      else if (reading === 'heading') heading = `${heading ?? ''}${piece}`;
    },
  });
  finish();
  return found;
}

const LINKDING_ARCHIVED = 'linkding:bookmarks.archived';

function draftOf({ attributes, title, note, lists }: OpenLink) {
  const tags = splitTags(attributes['tags'], ',').map((tag) => tag.trim());
  const { text, own } = splitNote(note);
  return {
    url: attributes['href'],
    title,
    addedAt: timeOfNumber(attributes['add_date']),
    isArchived: tags.includes(LINKDING_ARCHIVED),
    isFavourite: attributes['data-important'] === 'true',
    tags: tags.filter((tag) => !tag.startsWith('linkding:bookmarks.')),
    notes: [[text.trim(), own.trim()].filter((part) => part !== '').join('\n\n')],
    lists,
    ...(isYes(attributes['toread']) && { isToRead: true }),
  };
}

/** linkding puts its reader's notes into the description, between marks of its own. */
function splitNote(note: string): { readonly text: string; readonly own: string } {
  const match = /\[linkding-notes\]([\s\S]*?)\[\/linkding-notes\]/.exec(note);
  return match ? { text: note.replace(match[0], ''), own: match[1] ?? '' } : { text: note, own: '' };
}
