import { escapeMarkup } from './escape.ts';
import type { ExportArticle } from './export-article.ts';
import type { Exporter } from './exporter.ts';

/** A folder for each list, in that of its outer list; what is on several stands in the first, and what is on none at the top. */
export const netscapeHtml: Exporter = {
  id: 'netscape-html',
  name: 'Bookmarks file',
  about: 'Read by every browser and bookmark service.',
  extension: 'html',
  files: 'one',
  lacks: 'texts, highlights, archive, favourites and a second list of an article',
  write: async (articles) => {
    const content = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
${writeFolder(articles, 0)}
</DL><p>
`;
    return [{ path: 'bookmarks.html', content }];
  },
};

function writeFolder(articles: readonly ExportArticle[], depth: number): string {
  const links = articles.filter(({ folder }) => folder.length === depth).map(writeLink);
  const deeper = articles.filter(({ folder }) => folder.length > depth);
  const folders = [...Map.groupBy(deeper, ({ folder }) => folder[depth] ?? '')].map(
    ([name, some]) => `<DT><H3>${oneLine(name)}</H3>\n<DL><p>\n${writeFolder(some, depth + 1)}\n</DL><p>`,
  );
  return [...links, ...folders].join('\n');
}

const oneLine = (text: string): string => escapeMarkup(text.replace(/\s+/g, ' ').trim());

function writeLink({ url, title, savedAt, tags, isArchived, note }: ExportArticle): string {
  const names = tags.map((tag) => tag.replaceAll(',', ' ')).join(',');
  const added = Math.floor(savedAt / 1000);
  const link = `<DT><A HREF="${escapeMarkup(url)}" ADD_DATE="${added}" TAGS="${escapeMarkup(names)}" TOREAD="${isArchived ? 0 : 1}">${oneLine(title)}</A>`;
  return note === '' ? link : `${link}\n<DD>${escapeMarkup(note)}`;
}
