import { quoteYaml } from './escape.ts';
import { day, type ExportArticle, isoSeconds } from './export-article.ts';

/** A tag as Obsidian takes it: no spaces, not digits alone. */
const obsidianTag = (tag: string): string => {
  const plain =
    tag
      .trim()
      .replace(/\s+/g, '-')
      .replace(/[^\p{L}\p{N}\p{M}_/-]/gu, '') || 'tag';
  return /^\d+$/.test(plain) ? `_${plain}` : plain;
};

const list = (values: readonly string[]): string => values.map((value) => `\n  - ${quoteYaml(value)}`).join('');

/** Obsidian properties of an article, which importing reads again. */
export function frontMatter(article: ExportArticle): string {
  const { title, url, authors, publishedAt, savedAt, excerpt, tags, lists, note, isArchived, isFavourite } = article;
  const lines = [
    `title: ${quoteYaml(title)}`,
    `source: ${quoteYaml(url)}`,
    authors.length > 0 && `author:${list(authors)}`,
    publishedAt !== undefined && `published: ${quoteYaml(publishedAt)}`,
    `created: ${isoSeconds(savedAt)}`,
    excerpt !== '' && `description: ${quoteYaml(excerpt)}`,
    tags.length > 0 && `tags:${list(tags.map(obsidianTag))}`,
    lists.length > 0 && `lists:${list(lists)}`,
    isArchived && 'archived: true',
    isFavourite && 'favorite: true',
    note !== '' && `note: ${quoteYaml(note)}`,
  ];
  return ['---', ...lines.filter((line) => line !== false), '---', ''].join('\n');
}

/** Logseq reads properties from the first block of a page. */
export function logseqProperties({ title, url, tags, savedAt }: ExportArticle): string {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim();
  const parts = [`title:: ${line(title)}`, `source:: ${url}`, `date:: ${day(savedAt)}`];
  return [
    ...parts,
    ...(tags.length > 0 ? [`tags:: ${tags.map((tag) => line(tag).replaceAll(',', ' ')).join(', ')}`] : []),
  ].join('\n');
}
