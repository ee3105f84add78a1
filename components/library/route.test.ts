import { describe, expect, it } from 'vitest';
import type { ArticleId, ListId } from '../../lib/article/ids.ts';
import { hashOf, keyOf, parseRoute, type Route, viewOf } from './route.ts';

const articleId = '7d1f0b1e-0000-4000-8000-000000000001' as ArticleId;
const listId = '7d1f0b1e-0000-4000-8000-000000000002' as ListId;

const ROUTES: readonly (readonly [string, Route])[] = [
  ['#inbox', { place: { kind: 'shelf', shelf: 'inbox' } }],
  [`#trash/${articleId}`, { place: { kind: 'shelf', shelf: 'trash' }, articleId }],
  [`#list/${listId}`, { place: { kind: 'list', listId } }],
  [`#list/${listId}/${articleId}`, { place: { kind: 'list', listId }, articleId }],
  [`#tag/open%20source/${articleId}`, { place: { kind: 'tag', tagKey: 'open source' }, articleId }],
  ['#tag/a%2Fb%25', { place: { kind: 'tag', tagKey: 'a/b%' } }],
  ['#search/c%23%20', { place: { kind: 'search', typed: 'c# ' } }],
  ['#search-newest/tide', { place: { kind: 'search', typed: 'tide', order: 'newest' } }],
  [`#notes/${articleId}`, { place: { kind: 'notes' }, articleId }],
  ['#notes?tag=a%2Fb%26&colour=green', { place: { kind: 'notes', query: 'tag=a%2Fb%26&colour=green' } }],
  ['#review', { place: { kind: 'review' } }],
  ['#statistics', { place: { kind: 'statistics' } }],
  ['#settings', { place: { kind: 'settings' } }],
  ['#privacy', { place: { kind: 'privacy' } }],
];

describe('route', () => {
  it.each(ROUTES)('reads and writes %s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
    expect(hashOf(route)).toBe(hash);
  });

  it.each([
    '',
    '#',
    '#nowhere',
    '#list',
    '#list/',
    '#list/<b>',
    '#tag/',
    '#search/%20',
    '#//evil.example',
    '#javascript:alert(1)',
    '##tag/x',
  ])('leads %s to the inbox', (hash) => {
    expect(parseRoute(hash)).toEqual({ place: { kind: 'shelf', shelf: 'inbox' } });
  });

  it('leaves out a selection that can be no id', () => {
    expect(parseRoute('#inbox/<script>')).toEqual({ place: { kind: 'shelf', shelf: 'inbox' } });
  });

  it('bears a stray percent sign', () => {
    expect(parseRoute('#tag/100%')).toEqual({ place: { kind: 'tag', tagKey: '100%' } });
  });

  it('tells a tag from a search of the same text', () => {
    expect(keyOf({ kind: 'tag', tagKey: 'cloud' })).not.toBe(keyOf({ kind: 'search', typed: 'cloud' }));
  });

  it('finds no set of articles behind notes and settings', () => {
    expect([viewOf({ kind: 'notes' }), viewOf({ kind: 'settings' })]).toEqual([undefined, undefined]);
  });
});
