import type { ArticleId } from '../article/ids.ts';

/** Where in the library the reader was opened, as the reader's address holds it. Anyone may have written what stands there. */
export interface Origin {
  /**
   * The fragment of the library's address, without its `#`; empty if none is known. It is only ever put behind the library's
   * path, where `parseRoute` knows its own places and takes anything else for the inbox.
   */
  readonly place: string;
  /** Where articles fill a time: these, to be read one after another. */
  readonly queue?: ReadingQueue;
}

export interface ReadingQueue {
  /** The time there was, in minutes. */
  readonly minutes: number;
  readonly articleIds: readonly ArticleId[];
}

/** The query of an address, to be put before what else it asks for: empty, or with an `&` at its end. */
export function writeOrigin(place: string, articleIds: readonly ArticleId[] = []): string {
  const from = place === '' ? '' : `from=${encodeURIComponent(place)}&`;
  return articleIds.length === 0 ? from : `${from}queue=${articleIds.join(',')}&`;
}

/** What `writeOrigin` wrote. */
export function parseOrigin(asked: URLSearchParams): Origin {
  const place = asked.get('from') ?? '';
  const minutes = Number(/^time\/(\d+)$/.exec(place)?.[1]);
  const articleIds = (asked.get('queue') ?? '').split(',').filter((id): id is ArticleId => /^[\w-]{1,64}$/.test(id));
  return minutes > 0 && articleIds.length > 0 ? { place, queue: { minutes, articleIds } } : { place };
}
