import { describe, expect, it } from 'vitest';
import type { Article } from '../article/article.ts';
import type { Passage } from '../article/passage.ts';
import { passagesMarkdown } from './passages-markdown.ts';

const article = {
  id: 'a',
  url: 'https://daily.example/x',
  title: 'A [b] c',
  authors: ['Ada'],
  siteName: 'Daily',
  publishedAt: '2030-01-02T10:00',
} as unknown as Article;
const around = { article, listIds: [], tags: [], at: 1 };
const aMark = (exact: string, note: string) =>
  ({ id: exact, mark: { quote: { exact, prefix: '', suffix: '' }, note }, ...around }) as unknown as Passage;

describe('passagesMarkdown', () => {
  it('writes each article once, with quotes, their places and notes', () => {
    const note = { id: 'a', note: { text: 'On the whole. #tag' }, ...around } as unknown as Passage;
    expect(passagesMarkdown([aMark('one\ntwo', 'See [[Other|article/12]].'), note])).toBe(
      [
        '## [A \\[b\\] c](https://daily.example/x)',
        '',
        'Ada · Daily · 2030-01-02',
        '',
        '> one',
        '>',
        '> two',
        '>',
        '> [↗](https://daily.example/x#:~:text=one)',
        '',
        'See “Other”.',
        '',
        'On the whole. #tag',
        '',
      ].join('\n'),
    );
  });

  it('names a picture without a description', () => {
    expect(passagesMarkdown([aMark('', '')])).toContain('> Picture\n');
  });
});
