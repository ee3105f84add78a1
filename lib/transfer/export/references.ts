import { day, type ExportArticle } from './export-article.ts';
import type { Exporter } from './exporter.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escapeTex = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\{}%&$#_~^]/g, (character) => String(ESCAPES[character]));

/** `@online` entries of BibLaTeX, which BibTeX styles read too. */
export const bibtex: Exporter = {
  id: 'bibtex',
  name: 'BibTeX',
  about: 'References for LaTeX.',
  extension: 'bib',
  files: 'one',
  lacks: 'texts and highlights',
  write: async (articles) => {
    const keys = new Set<string>();
    const entries = articles.map((article) => bibEntry(article, keyOf(article, keys)));
    return [{ path: 'references.bib', content: `${entries.join('\n\n')}\n` }];
  },
};

function keyOf({ authors, siteName, publishedAt, savedAt, title }: ExportArticle, taken: Set<string>): string {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase();
  const name = plain(authors[0]?.split(/\s+/).at(-1) ?? '') || plain(siteName) || 'article';
  const year = (publishedAt ?? day(savedAt)).slice(0, 4);
  const base = `${name}${year}${plain(title.split(/\s+/).find((word) => plain(word).length > 3) ?? '')}`;
  let key = base;
  for (let number = 2; taken.has(key); number++) key = `${base}-${number}`;
  taken.add(key);
  return key;
}

function bibEntry(
  { title, authors, publishedAt, url, savedAt, siteName, tags, note }: ExportArticle,
  key: string,
): string {
  const fields = [
    ['title', `{${escapeTex(title)}}`],
    authors.length > 0 && ['author', authors.map((author) => `{${escapeTex(author)}}`).join(' and ')],
    publishedAt !== undefined && ['date', publishedAt.slice(0, 10)],
    publishedAt !== undefined && ['year', publishedAt.slice(0, 4)],
    siteName !== '' && ['organization', escapeTex(siteName)],
    // Read by \url as it stands; a brace would end the field.
    ['url', url.replaceAll('{', '%7B').replaceAll('}', '%7D')],
    ['urldate', day(savedAt)],
    tags.length > 0 && ['keywords', escapeTex(tags.map((tag) => tag.replaceAll(',', ' ')).join(', '))],
    note !== '' && ['annotation', escapeTex(note)],
  ];
  const lines = fields.flatMap((field) => (field === false ? [] : [`  ${field[0]} = {${field[1]}}`]));
  return `@online{${key},\n${lines.join(',\n')}\n}`;
}

export const cslJson: Exporter = {
  id: 'csl-json',
  name: 'CSL JSON',
  about: 'References for Zotero, Pandoc and others.',
  extension: 'json',
  files: 'one',
  lacks: 'reading state, texts and highlights',
  write: async (articles) => [
    { path: 'references.json', content: `${JSON.stringify(articles.map(cslItem), null, 1)}\n` },
  ],
};

function cslItem({
  id,
  title,
  url,
  authors,
  siteName,
  publishedAt,
  savedAt,
  language,
  excerpt,
  tags,
  note,
}: ExportArticle) {
  const parts = (date: string) => ({ 'date-parts': [date.slice(0, 10).split('-').map(Number)] });
  return {
    id,
    type: 'webpage',
    title,
    URL: url,
    accessed: parts(day(savedAt)),
    ...(publishedAt !== undefined && /^\d{4}(?:-\d{2}){0,2}/.test(publishedAt) && { issued: parts(publishedAt) }),
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(siteName !== '' && { 'container-title': siteName }),
    ...(language !== undefined && { language }),
    ...(excerpt !== '' && { abstract: excerpt }),
    ...(tags.length > 0 && { keyword: tags.map((tag) => tag.replaceAll(',', ' ')).join(', ') }),
    ...(note !== '' && { note }),
  };
}
