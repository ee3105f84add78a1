import { describe, expect, it } from 'vitest';
import type { Article } from '../article/article.ts';
import { copyQuote, linkToPassage } from './quote.ts';

const ARTICLE = {
  title: 'The [quiet] <room>',
  siteName: 'Daily Example',
  authors: ['Ada Example'],
  publishedAt: '2026-11-12T08:00:00Z',
  url: 'https://daily.example/quiet?a=1&b=2#top',
} as unknown as Article;

describe('copyQuote', () => {
  const quote = copyQuote(ARTICLE, { exact: 'Two servers, and\nnobody <b>', prefix: '', suffix: '' });

  it('writes Markdown with its source', () => {
    expect(quote.markdown).toBe(
      '> Two servers, and\n>\n> nobody <b>\n\n— Ada Example, [The \\[quiet\\] <room>]' +
        '(https://daily.example/quiet?a=1&b=2#:~:text=Two%20servers%2C%20and), Daily Example, 2026-11-12\n',
    );
  });

  it('writes HTML in which the words stay words', () => {
    expect(quote.html).toContain('<p>Two servers, and</p><p>nobody &lt;b&gt;</p>');
    expect(quote.html).toContain('>The [quiet] &lt;room&gt;</a>, Daily Example, 2026-11-12');
  });
});

describe('linkToPassage', () => {
  it('names a long passage by its ends, and escapes what separates', () => {
    const words = Array.from({ length: 40 }, (_, i) => `word-${i}`).join(' ');
    const link = linkToPassage('https://daily.example/a', words);
    expect(link).toBe(
      'https://daily.example/a#:~:text=word%2D0%20word%2D1%20word%2D2%20word%2D3%20word%2D4%20word%2D5' +
        ',word%2D34%20word%2D35%20word%2D36%20word%2D37%20word%2D38%20word%2D39',
    );
  });
});
