// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenedPicture } from '../../lib/app/open-article.ts';
import type { ArticleId, ContentHash, PictureId } from '../../lib/article/ids.ts';
import { showPictures } from './show-pictures.tsx';

const URL_A = 'https://daily.example/a.png';
const file = {
  hash: 'aa' as ContentHash,
  blob: new Blob(['x'.repeat(2000)]),
  type: 'image/png' as const,
  width: 800,
  height: 600,
};

const aPicture = (parts: Partial<OpenedPicture>): OpenedPicture => ({
  id: 'p' as PictureId,
  articleId: 'a' as ArticleId,
  url: URL_A,
  alt: '',
  position: 0,
  state: 'waiting',
  attempts: 0,
  updatedAt: 0,
  ...parts,
});

const requests = { allow: vi.fn(async () => undefined), retry: vi.fn(async () => undefined) };

function aText(html: string) {
  const root = document.createElement('div');
  root.innerHTML = html;
  const shown = showPictures(root, requests);
  return { root, shown, update: (picture?: OpenedPicture) => shown.update(new Map(picture && [[URL_A, picture]])) };
}

describe('showPictures', () => {
  const revoked: string[] = [];
  beforeEach(() => {
    revoked.length = 0;
    URL.createObjectURL = () => 'blob:one';
    URL.revokeObjectURL = (address) => revoked.push(address);
  });
  afterEach(() => vi.clearAllMocks());

  it('gives a kept picture its bytes and its shape, and its memory back at the end', () => {
    const { root, shown, update } = aText(`<figure><img data-picture="${URL_A}"><figcaption>A</figcaption></figure>`);
    update(aPicture({ state: 'kept', file }));
    const img = root.querySelector('img');
    expect([img?.getAttribute('src'), img?.width, img?.height]).toEqual(['blob:one', 800, 600]);
    expect(root.querySelector('figcaption')?.dataset['kept']).toBe('Kept offline, 2 KB');
    shown.release();
    expect(revoked).toEqual(['blob:one']);
  });

  it('leaves a small picture as small as the page had it', () => {
    const { root, update } = aText(`<p>x <img data-picture="${URL_A}" width="20" height="99"></p>`);
    update(aPicture({ state: 'kept', file }));
    const img = root.querySelector('img');
    expect([img?.width, img?.height]).toEqual([20, 15]);
  });

  it('says what is missing until it is there', () => {
    const { root, update } = aText(
      `<p><a href="https://daily.example/"><img data-picture="${URL_A}" alt="A map"></a></p>`,
    );
    update(aPicture({ state: 'blocked' }));
    expect(root.textContent).toContain('A map');
    expect(root.querySelector('img')?.hidden).toBe(true);
    // Not inside the link, where pressing it would follow the link.
    expect(root.querySelector('a button')).toBeNull();
    root.querySelector('button')?.click();
    expect(requests.allow).toHaveBeenCalledTimes(1);
    update(aPicture({ state: 'kept', file }));
    expect(root.textContent).toBe('');
    expect(root.querySelector('img')?.hidden).toBe(false);
  });

  it.each([
    [aPicture({}), 'on its way'],
    [aPicture({ attempts: 1 }), 'waiting for a connection'],
    [aPicture({ state: 'failed', reason: 'not-found' }), 'gone'],
    [aPicture({ state: 'kept' }), 'missing on the disk'],
    [undefined, 'not kept'],
  ])('has a sentence for each state (%#)', (picture, words) => {
    const { root, update } = aText(`<img data-picture="${URL_A}">`);
    update(picture);
    expect(root.textContent).toContain(words);
  });
});
