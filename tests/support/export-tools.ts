import { JSDOM } from 'jsdom';
import { paintHighlights } from '../../lib/app/transfer/paint-highlights.ts';
import type { SafeHtml, UntrustedHtml } from '../../lib/article/html.ts';
import { createSanitiser } from '../../lib/safety/sanitise-html.ts';
import type { Tools } from '../../lib/transfer/export/document.ts';
import type { ExportArticle } from '../../lib/transfer/export/export-article.ts';

const { window } = new JSDOM('');
const { document } = window;

export const sanitise: (html: UntrustedHtml) => SafeHtml = createSanitiser(
  window as unknown as Parameters<typeof createSanitiser>[0],
);

/** What exporters use in a page, on the document of jsdom. */
export const tools: Tools = {
  parse: (html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  },
  toXml: (node) => [...node.childNodes].map((child) => new window.XMLSerializer().serializeToString(child)).join(''),
  toHtml: (node) => {
    const box = document.createElement('div');
    box.append(node.cloneNode(true));
    return box.innerHTML;
  },
  paint: paintHighlights,
  toJpeg: async () => undefined,
  now: () => Date.UTC(2030, 5, 1, 2, 3, 4, 567),
};

export const PNG: Uint8Array<ArrayBuffer> = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='),
  (character) => character.charCodeAt(0),
);

export const anExport = (parts: Partial<ExportArticle> = {}): ExportArticle => ({
  id: '00000000-0000-4000-8000-000000000001',
  url: 'https://lamp.example/a?b=1&c=2',
  title: 'A lamp & a <fog>',
  authors: ['Ann Oak'],
  siteName: 'Lamp',
  excerpt: 'On lamps.',
  direction: 'ltr',
  wordCount: 10,
  savedAt: Date.UTC(2024, 1, 3, 4, 5, 6),
  isArchived: false,
  isFavourite: false,
  progress: 0,
  tags: [],
  lists: [],
  folder: [],
  note: '',
  highlights: [],
  pictures: [],
  ...parts,
});
