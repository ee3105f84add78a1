import { withoutIds } from '../../article/note-text.ts';
import { harmlessCell } from '../formula.ts';
import { type ExportArticle, isoDate } from './export-article.ts';
import type { Exporter } from './exporter.ts';

/** RFC 4180, and no cell is run as a formula. */
function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((row) => row.map(writeCell).join(',')).join('\n')}\n`;
}

function writeCell(text: string): string {
  const cell = harmlessCell(text.toWellFormed().replaceAll('\0', ''));
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const seconds = (time: number): string => String(Math.floor(time / 1000));

/** Pocket joins tags by a bar, so a tag can't have one. */
const pocketRow = ({ title, url, savedAt, tags, isArchived }: ExportArticle) => [
  title,
  url,
  seconds(savedAt),
  tags.map((tag) => tag.replaceAll('|', ' ')).join('|'),
  isArchived ? 'archive' : 'unread',
];

export const pocketCsv: Exporter = {
  id: 'pocket-csv',
  name: 'CSV as Pocket wrote it',
  about: 'Read by wallabag, Karakeep, Linkwarden and most others.',
  extension: 'csv',
  files: 'one',
  lacks: 'lists, notes, highlights, favourites and texts',
  write: async (articles) => [
    {
      path: 'pocket.csv',
      content: writeCsv(['title', 'url', 'time_added', 'tags', 'status'], articles.map(pocketRow)),
    },
  ],
};

function folderOf({ isArchived, isFavourite, lists }: ExportArticle): string {
  if (isFavourite) return 'Starred';
  return isArchived ? 'Archive' : (lists[0] ?? 'Unread');
}

export const instapaperCsv: Exporter = {
  id: 'instapaper-csv',
  name: 'CSV as Instapaper writes it',
  about: 'Read by Instapaper, Readwise Reader and Karakeep.',
  extension: 'csv',
  files: 'one',
  lacks: 'texts, highlights, and more than one of list, archive and star',
  write: async (articles) => {
    const header = ['URL', 'Title', 'Selection', 'Folder', 'Timestamp', 'Tags'];
    const rows = articles.map((article) => [
      article.url,
      article.title,
      article.note,
      folderOf(article),
      seconds(article.savedAt),
      JSON.stringify(article.tags),
    ]);
    return [{ path: 'instapaper.csv', content: writeCsv(header, rows) }];
  },
};

/** One row for each highlight; the note on an article goes beside its first. */
export const readwiseCsv: Exporter = {
  id: 'readwise-csv',
  name: 'Highlights for Readwise',
  about: 'Your highlights with their notes, as Readwise imports them.',
  extension: 'csv',
  files: 'one',
  lacks: 'articles without highlights',
  write: async (articles) => {
    const header = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];
    const rows = articles.flatMap(({ title, authors, url, highlights }) =>
      highlights.map(({ quote, note, createdAt }, index) => [
        quote,
        title,
        authors.join(', '),
        url,
        withoutIds(note),
        String(index + 1),
        isoDate(createdAt),
      ]),
    );
    return [{ path: 'readwise-highlights.csv', content: writeCsv(header, rows) }];
  },
};
