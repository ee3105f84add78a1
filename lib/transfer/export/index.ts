import { instapaperCsv, pocketCsv, readwiseCsv } from './csv-exports.ts';
import { epub } from './epub.ts';
import type { Exporter } from './exporter.ts';
import { jsonFeed, wallabagJson, webAnnotations } from './json-exports.ts';
import { netscapeHtml } from './netscape-export.ts';
import { bibtex, cslJson } from './references.ts';
import { sharedHtml } from './shared-html.ts';
import { logseqMarkdown, obsidianMarkdown, plainText } from './text-exports.ts';

/** Every format that is written. */
export const EXPORTERS: readonly Exporter[] = [
  epub,
  sharedHtml,
  obsidianMarkdown,
  logseqMarkdown,
  plainText,
  netscapeHtml,
  pocketCsv,
  instapaperCsv,
  wallabagJson,
  jsonFeed,
  readwiseCsv,
  webAnnotations,
  bibtex,
  cslJson,
];
