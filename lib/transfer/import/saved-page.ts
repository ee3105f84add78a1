import type { Found } from './found.ts';
import { type Content, fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { walkHtml } from './markup.ts';
import { timeOfText } from './values.ts';

/** A page as SingleFile or any "save page" wrote it: one file, one article. */
export const savedPage: Importer = {
  name: 'Saved page',
  recognise: ({ text, json }) => {
    if (
      json !== undefined ||
      !/^\ufeff?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|meta)\b/i.test(
        text.slice(0, 65_536),
      )
    )
      return undefined;
    return 'singlefile-html';
  },
  read: function* (contents) {
    for (const content of contents) yield readPage(content, fileOf(content, contents));
  },
};

const LARGEST = 16 * 1024 * 1024;

function readPage({ text }: Content, file: { readonly file?: string }): Found {
  // Its last bytes are the directory of a zip: the page unpacks itself by a script, which is not run here.
  if (text.includes('PK\u0005\u0006')) {
    return rejected('unreadable-file', file, undefined, 'It is a self-extracting page; save it as plain HTML.');
  }
  if (text.length > LARGEST) return rejected('unreadable-file', file, undefined, 'The page is larger than 16 MB.');
  const head = readHead(text);
  return judge(
    {
      url: head.savedFrom ?? head.canonical ?? head.openGraph,
      title: head.title,
      addedAt: timeOfText(head.savedAt),
      text: { kind: 'page', html: text },
    },
    file,
  );
}

interface Head {
  savedFrom?: string;
  savedAt?: string;
  canonical?: string;
  openGraph?: string;
  title: string;
}

function readHead(text: string): Head {
  const head: Head = { title: '' };
  let isTitle = false;
  // Icons and styles as data make heads long; what is looked for stands well before a million characters.
  walkHtml(text.slice(0, 1_000_000), {
    comment: (comment) => {
      // single-file-core, core/index.js (November 2026); "Archive processed" is the header of its first years.
      if (head.savedFrom !== undefined || !/(?:Page saved with|Archive processed by) SingleFile/.test(comment)) return;
      const url = /^\s*url:\s*(\S+)\s*$/m.exec(comment)?.[1];
      const date = /^\s*saved date:\s*(.+?)\s*$/m.exec(comment)?.[1];
      if (url !== undefined) head.savedFrom = url;
      if (date !== undefined) head.savedAt = date;
    },
    open: (name, { rel, href, property, content }) => {
      if (name === 'title' && head.title === '') isTitle = true;
      else if (name === 'link' && rel?.toLowerCase() === 'canonical' && href) head.canonical ??= href;
      else if (name === 'meta' && property === 'og:url' && content) head.openGraph ??= content;
    },
    close: (name) => {
      if (name === 'title') isTitle = false;
    },
    text: (piece) => {
      if (isTitle) head.title += piece;
    },
  });
  return head;
}
