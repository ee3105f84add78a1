// @vitest-environment jsdom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import type { RelatedArticle } from '../../lib/app/related.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { RelatedAtEnd } from './RelatedAtEnd.tsx';
import type { ReaderApp } from './reader-app.ts';

const OTHER: RelatedArticle = {
  articleId: 'b' as ArticleId,
  title: 'The lock at low water',
  siteName: 'Harbour Stack',
  words: ['lock', 'barge'],
};

it('looks for related articles once the end is near, and leads to them with the reason', async () => {
  let come: (isNear: boolean) => void = () => {};
  const disconnect = vi.fn();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: readonly { isIntersecting: boolean }[]) => void) {
        come = (isIntersecting) => tell([{ isIntersecting }]);
      }
      observe = vi.fn();
      disconnect = disconnect;
    },
  );
  const readRelated = vi.fn(async () => [OTHER]);
  const app = { readRelated, addressOf: (target: string) => `/reader.html?${target}` } as unknown as ReaderApp;
  const box = document.createElement('div');
  render(h(RelatedAtEnd, { app }), box);
  await vi.waitFor(() => {
    come(false);
    expect(disconnect).not.toHaveBeenCalled();
  });
  expect(readRelated).not.toHaveBeenCalled();
  await vi.waitFor(() => {
    come(true);
    expect(readRelated).toHaveBeenCalledWith(3);
  });
  await vi.waitFor(() => expect(box.querySelector('a')?.getAttribute('href')).toBe('/reader.html?article/b'));
  expect(box.textContent).toBe('Related · Harbour StackThe lock at low waterBoth have lock, barge');
  expect(disconnect).toHaveBeenCalled();
});
