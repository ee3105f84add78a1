import { gfm } from '@truto/turndown-plugin-gfm';
import TurndownService from 'turndown';

/** Markdown of a fragment, as CommonMark with tables, strikethrough and task lists. */
export function writeMarkdown(content: DocumentFragment): string {
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
  service.addRule('mark', { filter: 'mark', replacement: (text) => (text.trim() === '' ? text : `==${text}==`) });
  return service.turndown(content).trim();
}
