import { vi } from 'vitest';
import type { PictureKeeping } from '../../lib/app/keep-pictures.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { Fetched } from '../../lib/platform/fetch-bytes.ts';
import { keepArticle } from '../../lib/store/articles.ts';
import { readPictures } from '../../lib/store/pictures.ts';
import { aDraft, aStore, type TestStore } from './a-store.ts';

/** The page whose article has pictures. */
export const PAGE = 'https://daily.example/quiet-room';
export const LEAD = 'https://daily.example/lead.png';
export const OTHER = 'https://pictures.example/other.png';

/** The header of a PNG of 4 × 3, and something to tell one from another. */
export function aPng(content = 'x', side: readonly number[] = [0, 0, 0, 4]): Uint8Array<ArrayBuffer> {
  const header = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
  return new Uint8Array([...header, ...side, 0, 0, 0, 3, ...new TextEncoder().encode(content)]);
}

export const fetched = (url: string, bytes = aPng(url), finalUrl = url): Fetched => ({
  status: 'fetched',
  bytes,
  finalUrl,
});

/** A library with one article that has these pictures queued. */
export async function anArticleWith(pictureUrls: readonly string[], parts: { store?: TestStore; url?: string } = {}) {
  const { store = aStore(), url = PAGE } = parts;
  const { articleId } = await keepArticle(store, await aDraft({ url, html: url, pictureUrls, leadPictureUrl: LEAD }));
  return { store, articleId };
}

/** The world around the queue, in which each picture is fetched unless a test says otherwise. */
export function aWorld(store: TestStore, parts: Partial<PictureKeeping> = {}) {
  return {
    store,
    fetchBytes: vi.fn(parts.fetchBytes ?? (async (url: string) => fetched(url))),
    fetchInPage: vi.fn(parts.fetchInPage ?? (async () => ({ status: 'unreachable' }) as const)),
    readOpenTabs: parts.readOpenTabs ?? (async () => []),
    mayFetchPictures: parts.mayFetchPictures ?? (async () => true),
    isOnline: parts.isOnline ?? (() => true),
    hasRoom: parts.hasRoom ?? (async () => true),
    makeThumbnail: vi.fn(parts.makeThumbnail ?? (async (blob: Blob) => new Blob(['small ', blob]))),
    wakeAt: vi.fn(parts.wakeAt ?? (async () => undefined)),
  } satisfies PictureKeeping;
}

/** How far each picture of an article is. */
export const states = async (store: TestStore, articleId: ArticleId) =>
  (await readPictures(store, articleId)).map(({ state, reason }) =>
    reason === undefined ? state : `${state}: ${reason}`,
  );

export const answering = (answer: Fetched) => async () => answer;
export const unreachable = () => answering({ status: 'unreachable' });
