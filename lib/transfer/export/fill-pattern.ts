import { hostOf } from '../../article/normalise-url.ts';
import { fileNameOf } from '../file-name.ts';
import { day, type ExportArticle } from './export-article.ts';

const PARTS: Readonly<Record<string, (article: ExportArticle) => string>> = {
  title: ({ title }) => title,
  date: ({ savedAt }) => day(savedAt),
  published: ({ publishedAt, savedAt }) => publishedAt?.slice(0, 10) ?? day(savedAt),
  site: ({ siteName, url }) => siteName || hostOf(url),
  author: ({ authors }) => authors[0] ?? '',
};

/** What may stand in a pattern, each in braces. */
export const PATTERN_PARTS: readonly string[] = Object.keys(PARTS).map((name) => `{${name}}`);

/**
 * The name of an article's file by a pattern such as `{date} {title}`, safe on every system. What is in braces and none of the parts stays
 * as it is; a pattern that comes to nothing gives the title.
 */
export function fillPattern(pattern: string, article: ExportArticle): string {
  const filled = pattern.replace(/\{(\w+)\}/g, (whole, name: string) => PARTS[name.toLowerCase()]?.(article) ?? whole);
  return fileNameOf(filled, fileNameOf(article.title));
}
