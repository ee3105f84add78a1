import { MAX_PICTURE_BYTES } from '../article/capture.ts';
import { contentHash } from '../article/content-hash.ts';
import { normaliseUrl } from '../article/normalise-url.ts';
import type { Picture, PictureFile } from '../article/picture.ts';
import { isNoRoom } from '../article/why-not-written.ts';
import type { TabAtClick } from '../messages/requests.ts';
import type { Fetched } from '../platform/fetch-bytes.ts';
import { isTooLargeToDecode, readPictureSize, sniffPictureType } from '../safety/picture-type.ts';
import { mayFetch } from '../safety/public-address.ts';
import type { Store } from '../store/database.ts';
import {
  endPicture,
  keepPictureFile,
  postponePicture,
  readDuePictures,
  readNextPictureTime,
} from '../store/pictures.ts';
import { readArticle } from '../store/read-article.ts';

export interface PictureKeeping {
  readonly store: Store;
  readonly fetchBytes: (url: string, mostBytes: number) => Promise<Fetched>;
  readonly fetchInPage: (tabId: number, url: string, mostBytes: number) => Promise<Fetched>;
  readonly readOpenTabs: () => Promise<readonly TabAtClick[]>;
  readonly mayFetchPictures: () => Promise<boolean>;
  readonly isOnline: () => boolean;
  readonly hasRoom: () => Promise<boolean>;
  readonly makeThumbnail: (blob: Blob) => Promise<Blob | undefined>;
  /** Wakes the worker at that time, should it be stopped before the queue is empty; `undefined` when it is. */
  readonly wakeAt: (time: number | undefined) => Promise<void>;
}

/** Pictures fetched side by side; browsers open six connections to one host. */
const AT_ONCE = 4;
const MOST_ATTEMPTS = 5;
/** How long pictures give way to texts and notes before it is looked whether there is room again, in milliseconds. */
const WAIT_FOR_ROOM = 5 * 60_000;
/** First wait before another attempt, in milliseconds; doubled each time. */
const FIRST_WAIT = 30_000;

/**
 * Makes the runner of the picture queue. The queue itself is in the database: whatever stops the worker, the next
 * start goes on where it was. A call while it runs makes it look once more at the end.
 */
export function createPictureQueue(keeping: PictureKeeping): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  return async function keepPictures() {
    isAskedAgain = true;
    running ??= (async () => {
      try {
        while (isAskedAgain) {
          isAskedAgain = false;
          await keepDuePictures(keeping);
        }
      } finally {
        running = undefined;
      }
    })();
    await running;
  };
}

async function keepDuePictures(keeping: PictureKeeping): Promise<void> {
  const { store } = keeping;
  for (;;) {
    const due = await readDuePictures(store, AT_ONCE);
    // Set anew in every round: should the worker be stopped in this one, the alarm starts it again.
    const next = await readNextPictureTime(store);
    await keeping.wakeAt(next === undefined ? undefined : Math.max(next, store.now() + FIRST_WAIT));
    // Without a network nothing is tried, so that no attempt is used up.
    if (due.length === 0 || !keeping.isOnline()) return;
    const hadRoom =
      (await keeping.hasRoom()) &&
      (await Promise.all(due.map((picture) => keepOneIfRoom(keeping, picture)))).every(Boolean);
    if (!hadRoom) return keeping.wakeAt(store.now() + WAIT_FOR_ROOM);
  }
}

/** Gives whether there was room. Without, the picture stays in the queue as it was, and no attempt is used up. */
async function keepOneIfRoom(keeping: PictureKeeping, picture: Picture): Promise<boolean> {
  try {
    await keepOne(keeping, picture);
    return true;
  } catch (error) {
    if (isNoRoom(error)) return false;
    throw error;
  }
}

async function keepOne(keeping: PictureKeeping, picture: Picture): Promise<void> {
  const { store } = keeping;
  const article = await readArticle(store, picture.articleId);
  if (!article || !mayFetch(picture.url, article.url)) return endPicture(store, picture.id, 'failed', 'private-host');
  const fetched = await fetchByLadder(keeping, picture.url, article.urlKey);
  if (fetched.status === 'fetched') {
    if (!mayFetch(fetched.finalUrl, article.url)) return endPicture(store, picture.id, 'failed', 'private-host');
    return keepBytes(keeping, picture, fetched.bytes, article.leadPictureUrl === picture.url);
  }
  if (fetched.status === 'too-large') return endPicture(store, picture.id, 'failed', 'too-large');
  if (fetched.status === 'answered' && fetched.code < 500 && fetched.code !== 429) {
    return endPicture(store, picture.id, 'failed', 'not-found');
  }
  if (fetched.status === 'unreachable' && keeping.isOnline() && !(await keeping.mayFetchPictures())) {
    return endPicture(store, picture.id, 'blocked', 'unreachable');
  }
  if (picture.attempts + 1 >= MOST_ATTEMPTS) return endPicture(store, picture.id, 'failed', 'unreachable');
  return postponePicture(store, picture.id, store.now() + FIRST_WAIT * 2 ** picture.attempts);
}

/**
 * The worker's own fetch first: it opens pictures with a CORS header, those of a granted host, and in Chromium those
 * of the page's own site. Then through the page, while it is open.
 */
async function fetchByLadder(keeping: PictureKeeping, url: string, urlKey: string): Promise<Fetched> {
  const fetched = await keeping.fetchBytes(url, MAX_PICTURE_BYTES);
  if (fetched.status !== 'unreachable') return fetched;
  const tab = (await keeping.readOpenTabs()).find((open) => normaliseUrl(open.url) === urlKey);
  return tab ? keeping.fetchInPage(tab.tabId, url, MAX_PICTURE_BYTES) : fetched;
}

async function keepBytes(
  { store, makeThumbnail }: PictureKeeping,
  picture: Picture,
  bytes: Uint8Array<ArrayBuffer>,
  isLead: boolean,
): Promise<void> {
  const type = sniffPictureType(bytes);
  if (!type) return endPicture(store, picture.id, 'failed', 'not-a-picture');
  const size = readPictureSize(bytes, type) ?? { width: 0, height: 0 };
  if (isTooLargeToDecode(size)) return endPicture(store, picture.id, 'failed', 'too-large');
  const hash = await contentHash(bytes);
  const blob = new Blob([bytes], { type });
  const file: PictureFile = { hash, blob, type, ...size };
  // Kept together with the picture: a worker stopped between the two would never come back to make it.
  const thumbnail = isLead ? await makeThumbnail(blob) : undefined;
  await keepPictureFile(store, picture.id, file, thumbnail);
}
