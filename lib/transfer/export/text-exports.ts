import { createNamer } from '../file-name.ts';
import { bylineOf } from './article-page.ts';
import { dressText, type Tools } from './document.ts';
import { type ExportArticle, pictureName } from './export-article.ts';
import type { Exporter, ExportFile } from './exporter.ts';
import { fillPattern } from './fill-pattern.ts';
import { frontMatter, logseqProperties } from './front-matter.ts';
import { markdownOf } from './write-markdown.ts';

/** The pictures of articles, each once, in a folder beside them. */
async function pictureFiles(articles: readonly ExportArticle[], folder: string): Promise<readonly ExportFile[]> {
  const pictures = new Map(
    articles.flatMap(({ pictures: own }) => own.map((picture) => [picture.hash, picture] as const)),
  );
  return Promise.all(
    [...pictures.values()].map(async (picture) => ({
      path: `${folder}/${pictureName(picture)}`,
      content: await picture.bytes(),
      isPacked: true,
    })),
  );
}

const markdownWithPictures = (article: ExportArticle, { parse }: Tools): string =>
  markdownOf(
    article,
    dressText(article, parse, (picture) => `pictures/${pictureName(picture)}`),
  );

const DATE_AND_TITLE = '{date} {title}';

export const obsidianMarkdown: Exporter = {
  id: 'markdown',
  name: 'Markdown for Obsidian',
  about: 'A note for each article, with properties, and the pictures beside them.',
  extension: 'md',
  files: 'each',
  fileNames: DATE_AND_TITLE,
  write: async (articles, _, tools) => {
    const unique = createNamer();
    const notes = articles.map((article) => ({
      path: `${unique(fillPattern(tools.fileNames ?? DATE_AND_TITLE, article))}.md`,
      content: `${frontMatter(article)}\n${markdownWithPictures(article, tools)}`,
    }));
    return [...notes, ...(await pictureFiles(articles, 'pictures'))];
  },
};

export const logseqMarkdown: Exporter = {
  id: 'markdown-logseq',
  name: 'Markdown for Logseq',
  about: 'A page for each article, its paragraphs as blocks.',
  extension: 'md',
  files: 'each',
  fileNames: '{title}',
  lacks: 'reading state',
  write: async (articles, _, tools) => {
    const unique = createNamer();
    const pages = articles.map((article) => {
      const blocks = markdownWithPictures(article, tools)
        .trim()
        .split(/\n{2,}/)
        .filter((block) => block !== '');
      const note = article.note === '' ? [] : [article.note];
      const body = [...note, ...blocks].map((block) => `- ${block.replaceAll('\n', '\n  ')}`).join('\n');
      return {
        path: `pages/${unique(fillPattern(tools.fileNames ?? '{title}', article))}.md`,
        content: `${logseqProperties(article)}\n\n${body}\n`,
      };
    });
    return [...pages, ...(await pictureFiles(articles, 'pages/pictures'))];
  },
};

export const plainText: Exporter = {
  id: 'text',
  name: 'Plain text',
  about: 'Words alone, one file for each article.',
  extension: 'txt',
  files: 'each',
  fileNames: DATE_AND_TITLE,
  lacks: 'pictures, links and reading state',
  write: async (articles, _, { parse, fileNames = DATE_AND_TITLE }) => {
    const unique = createNamer();
    return articles.map((article) => {
      const text = dressText(article, parse, () => undefined);
      for (const block of text?.querySelectorAll(
        'p, div, li, h1, h2, h3, h4, h5, h6, blockquote, pre, tr, figcaption, br',
      ) ?? [])
        block.append('\n\n');
      const words = (text?.textContent ?? '')
        .replace(/[ \t]+\n/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
      const head = [article.title, bylineOf(article), article.url].join('\n');
      const note = article.note === '' ? '' : `\n\nNote: ${article.note}`;
      const marks = article.highlights.map(({ quote, note: remark }) => `\n\n“${quote}”${remark && `\n${remark}`}`);
      const marked = marks.length > 0 ? `\n\nHighlights${marks.join('')}` : '';
      return {
        path: `${unique(fillPattern(fileNames, article))}.txt`,
        content: `${head}${note}\n\n${words}${marked}\n`,
      };
    });
  },
};
