import { gfm } from '@truto/turndown-plugin-gfm';
import TurndownService from 'turndown';
import type { ExportArticle } from './export-article.ts';
import { marksMarkdown } from './marks-markdown.ts';

/** The text of an article as Markdown, and its marks after it. */
export const markdownOf = ({ highlights }: ExportArticle, text: DocumentFragment | undefined): string =>
  `${[text ? writeMarkdown(text) : '', marksMarkdown(highlights)].filter((part) => part !== '').join('\n\n')}\n`;

/** Markdown of a fragment, as CommonMark with tables, strikethrough and task lists. */
function writeMarkdown(content: DocumentFragment): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
    hr: '---',
  });
  service.use(gfm);
  service.keep(['sub', 'sup']);
  service.keep(({ nodeName }) => nodeName.toLowerCase() === 'math');
  service.addRule('mark', { filter: 'mark', replacement: (text) => `==${text}==` });
  return service.turndown(content).trim();
}
