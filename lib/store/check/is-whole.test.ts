import { describe, expect, it } from 'vitest';
import type { Body } from '../../article/article.ts';
import { contentHash } from '../../article/content-hash.ts';
import { untrusted } from '../../article/html.ts';
import type { ArticleId, ContentHash, PictureId } from '../../article/ids.ts';
import type { Picture, PictureFile } from '../../article/picture.ts';
import { isPictureWhole, isWholeBody, isWholeFile } from './is-whole.ts';

const HTML = '<p>Das Licht über dem Hafen.</p>';
const OTHER = '<p>Das Licht über dem Garten.</p>';
const BYTES = new TextEncoder().encode(HTML);
const NO_HASH = '' as ContentHash;

async function aBody(changes: Partial<Body> = {}): Promise<Body> {
  return { hash: await contentHash(BYTES), html: untrusted(HTML), byteLength: BYTES.length, ...changes };
}

describe('isWholeBody', () => {
  it('knows a text to the byte', async () => {
    expect(await isWholeBody(await aBody())).toBe(true);
    expect(await isWholeBody(await aBody({ html: untrusted(OTHER) }))).toBe(false);
  });

  it('knows another text of the same length, and a length that another text has', async () => {
    const flipped = HTML.replace('Licht', 'Licbt');
    expect(new TextEncoder().encode(flipped).length).toBe(BYTES.length);
    expect(await isWholeBody(await aBody({ html: untrusted(flipped) }))).toBe(false);
    expect(await isWholeBody(await aBody({ byteLength: HTML.length }))).toBe(false);
  });

  it.each([undefined, null, 7, { length: 1 }])(
    'says of a row that holds %s for a text that it is none',
    async (html) => {
      expect(await isWholeBody(await aBody({ html: html as never, byteLength: 9 }))).toBe(false);
    },
  );
});

describe('isWholeFile', () => {
  const aFile = (blob: unknown, hash: ContentHash): PictureFile =>
    ({ hash, blob, type: 'image/png', width: 1, height: 1 }) as PictureFile;

  it('knows the bytes of a picture', async () => {
    const hash = await contentHash(BYTES);
    expect(await isWholeFile(aFile(new Blob([BYTES]), hash))).toBe(true);
    expect(await isWholeFile(aFile(new Blob([OTHER]), hash))).toBe(false);
  });

  it('says so of a picture whose file is gone from the disk, and of a row without one', async () => {
    const lost = { arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) };
    expect(await isWholeFile(aFile(lost, NO_HASH))).toBe(false);
    expect(await isWholeFile(aFile(undefined, NO_HASH))).toBe(false);
  });
});

describe('isPictureWhole', () => {
  const aPicture = (changes: Partial<Picture>): Picture => ({
    id: 'p' as PictureId,
    articleId: 'a' as ArticleId,
    url: 'https://daily.example/p.png',
    alt: '',
    position: 0,
    state: 'failed',
    attempts: 1,
    updatedAt: 1,
    ...changes,
  });
  const fileHash = 'f' as ContentHash;

  it.each<[boolean, Partial<Picture>]>([
    [true, { state: 'waiting', queuedFor: 1 }],
    [true, { state: 'kept', fileHash }],
    [true, { state: 'failed' }],
    [false, { state: 'waiting' }],
    [false, { state: 'kept' }],
    [false, { state: 'failed', queuedFor: 1 }],
    [false, { state: 'failed', fileHash }],
    [false, { state: 'waiting', queuedFor: 1, fileHash }],
    [false, { state: 'kept', queuedFor: 1, fileHash }],
  ])('is %s for %o', (isWhole, changes) => {
    expect(isPictureWhole(aPicture(changes))).toBe(isWhole);
  });
});
