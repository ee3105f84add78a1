import { withoutIds } from '../article/note-text.ts';
import { noteOf, type Passage } from '../article/passage.ts';
import { linkToPassage } from './quote.ts';

/** Passages as a Markdown document: under each article its marks with a link to their place, and the notes on them. */
export function passagesMarkdown(passages: readonly Passage[]): string {
  const byArticle = Map.groupBy(passages, ({ article }) => article.id);
  const parts = [...byArticle.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { title, url, authors, siteName, publishedAt } = first.article;
    const facts = [authors.join(', '), siteName, publishedAt?.slice(0, 10) ?? ''].filter((fact) => fact !== '');
    return [`## [${title.replace(/[[\]]/g, '\\$&')}](${url})`, facts.join(' · '), ...group.map(onePassage)];
  });
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function onePassage(passage: Passage): string {
  const { mark, article } = passage;
  const note = withoutIds(noteOf(passage).trim());
  if (!mark) return note;
  const words = mark.quote.exact === '' ? 'Picture' : mark.quote.exact;
  const quoted = words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n>\n');
  const link = `> [↗](${linkToPassage(article.url, mark.quote.exact)})`;
  return (
    [quoted, mark.quote.exact === '' ? '' : `>\n${link}`].filter((part) => part !== '').join('\n') +
    (note === '' ? '' : `\n\n${note}`)
  );
}
