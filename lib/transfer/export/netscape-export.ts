import { escapeMarkup } from './escape.ts';
import type { ExportArticle } from './export-article.ts';
import type { Exporter } from './exporter.ts';

/** A folder for each list; what is on several stands in the first, and what is on none at the top. */
export const netscapeHtml: Exporter = {
  id: 'netscape-html',
  name: 'Bookmarks file',
  about: 'Read by every browser and bookmark service.',
  extension: 'html',
  files: 'one',
  lacks: 'texts, highlights, archive and favourites',
  write: async (articles) => {
    const folders = new Map<string, ExportArticle[]>();
    for (const article of articles) {
      const name = article.lists[0] ?? '';
      folders.set(name, [...(folders.get(name) ?? []), article]);
    }
    const body = [...folders].map(([name, entries]) => {
      const links = entries.map(writeLink).join('\n');
      return name === '' ? links : `<DT><H3>${oneLine(name)}</H3>\n<DL><p>\n${links}\n</DL><p>`;
    });
    const content = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
${body.join('\n')}
</DL><p>
`;
    return [{ path: 'bookmarks.html', content }];
  },
};

const oneLine = (text: string): string => escapeMarkup(text.replace(/\s+/g, ' ').trim());

function writeLink({ url, title, savedAt, tags, isArchived, note }: ExportArticle): string {
  const names = tags.map((tag) => tag.replaceAll(',', ' ')).join(',');
  const added = Math.floor(savedAt / 1000);
  const link = `<DT><A HREF="${escapeMarkup(url)}" ADD_DATE="${added}" TAGS="${escapeMarkup(names)}" TOREAD="${isArchived ? 0 : 1}">${oneLine(title)}</A>`;
  return note === '' ? link : `${link}\n<DD>${escapeMarkup(note)}`;
}
