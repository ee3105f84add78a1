import type { Draft, Found } from './found.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge } from './judge.ts';
import { createLineCounter } from './lines.ts';
import { walkHtml } from './markup.ts';
import { splitTags, timeOfNumber } from './values.ts';

/** `ril_export.html`, Pocket's export until 2024: two lists, the second of them the archive. */
export const pocketHtml: Importer = {
  name: 'Pocket',
  lacks: 'favourites, highlights and texts',
  recognise: ({ text }) =>
    /<title>\s*Pocket Export/i.test(text.slice(0, 4096)) ||
    (/<h1>\s*Unread\s*<\/h1>/i.test(text) && /\btime_added="/.test(text))
      ? 'pocket-html'
      : undefined,
  read: function* (contents) {
    for (const content of contents) yield* readLists(content.text, fileOf(content, contents));
  },
};

function readLists(text: string, file: { readonly file?: string }): readonly Found[] {
  const lineAt = createLineCounter(text);
  const found: Found[] = [];
  let headings = 0;
  let heading: string | undefined;
  let isArchived = false;
  let link: { draft: Draft; line: number; title: string } | undefined;
  const finish = () => {
    if (link) found.push(judge({ ...link.draft, title: link.title }, { ...file, line: link.line }));
    link = undefined;
  };
  walkHtml(text, {
    open: (name, attributes, offset) => {
      if (name === 'h1') {
        heading = '';
        headings++;
      } else if (name === 'a') {
        finish();
        const { href: url, tags, time_added: time } = attributes;
        const draft = { url, isArchived, tags: splitTags(tags, ','), addedAt: timeOfNumber(time) };
        link = { draft, line: lineAt(offset), title: '' };
      }
    },
    close: (name) => {
      if (name === 'a') finish();
      if (name !== 'h1' || heading === undefined) return;
      // A heading in another language: the archive is the second.
      isArchived = /archive/i.test(heading) || (headings > 1 && !/unread/i.test(heading));
      heading = undefined;
    },
    text: (piece) => {
      if (heading !== undefined) heading += piece;
      else if (link) link.title += piece;
    },
  });
  finish();
  return found;
}
