import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../article/ids.ts';
import { parseOrigin, writeOrigin } from './origin.ts';

const ids = ['one-1', 'two_2'] as ArticleId[];
const reread = (query: string) => parseOrigin(new URLSearchParams(`${query}article=a`));

describe('where the reader was opened', () => {
  it.each(['inbox', 'list/tides', 'tag/a%20b%2Fc', 'search-newest/tide%20%26%20%22lock%22%3F%25', 'notes'])(
    'is read as it was written: %s',
    (place) => expect(reread(writeOrigin(place))).toEqual({ place }),
  );

  it('holds the articles that fill a time', () => {
    expect(reread(writeOrigin('time/20', ids))).toEqual({
      place: 'time/20',
      queue: { minutes: 20, articleIds: ids },
    });
  });

  it('is nothing in an address without it', () => {
    expect(writeOrigin('')).toBe('');
    expect(reread('')).toEqual({ place: '' });
  });

  it('takes no queue without its time, nor what is no id', () => {
    expect(reread('from=list%2Ftides&queue=a,b&').queue).toBeUndefined();
    expect(reread('from=time%2F0&queue=a&').queue).toBeUndefined();
    expect(reread('from=time%2F20&queue=,%3Cb%3E,..%2F,&').queue).toBeUndefined();
    expect(reread('from=time%2F20&queue=a,%3Cb%3E,c&').queue?.articleIds).toEqual(['a', 'c']);
  });
});
