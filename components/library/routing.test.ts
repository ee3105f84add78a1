// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { Route } from './route.ts';
import { openRouting } from './routing.ts';

const inbox: Route = { place: { kind: 'shelf', shelf: 'inbox' } };
const opened: Route = { ...inbox, articleId: 'a1' as ArticleId };
const notes: Route = { place: { kind: 'notes' } };

const popped = () => new Promise((done) => addEventListener('popstate', done, { once: true }));

describe('openRouting', () => {
  beforeEach(() => history.pushState(null, '', '#inbox'));
  afterEach(() => vi.useRealTimers());

  it('begins where the address says', () => {
    history.replaceState(null, '', '#inbox/a1');
    expect(openRouting(window).route.value).toEqual(opened);
  });

  it('goes on in the address, so that Back leads here', async () => {
    const { route, go } = openRouting(window);
    go(notes);
    expect(location.hash).toBe('#notes');
    const isBack = popped();
    history.back();
    await isBack;
    expect(route.value).toEqual(inbox);
  });

  it('replaces at once for the page, and in the address only at rest', () => {
    vi.useFakeTimers();
    const { route, replace } = openRouting(window);
    const entries = history.length;
    replace(opened);
    replace(notes);
    expect([route.value, location.hash]).toEqual([notes, '#inbox']);
    vi.runAllTimers();
    expect([location.hash, history.length]).toEqual(['#notes', entries]);
  });

  it('leaves an address alone to which the reader went meanwhile', () => {
    vi.useFakeTimers();
    const { route, replace } = openRouting(window);
    replace(opened);
    // As a link does, the event of which comes later.
    history.pushState(null, '', '#notes');
    vi.runAllTimers();
    dispatchEvent(new Event('hashchange'));
    expect([location.hash, route.value]).toEqual(['#notes', notes]);
  });

  it('writes what waits before it goes on', () => {
    const { replace, go } = openRouting(window);
    const replaceState = vi.spyOn(history, 'replaceState');
    replace(opened);
    go(notes);
    expect(replaceState).toHaveBeenCalledWith(null, '', '#inbox/a1');
    expect(location.hash).toBe('#notes');
  });

  it('closes by going back to where it was opened', async () => {
    const { route, go, close } = openRouting(window);
    go(opened);
    const isBack = popped();
    close(inbox);
    await isBack;
    expect([route.value, location.hash]).toEqual([inbox, '#inbox']);
  });

  it('closes what the page began with by taking its place', () => {
    vi.useFakeTimers();
    history.replaceState(null, '', '#inbox/a1');
    const { route, close } = openRouting(window);
    close(inbox);
    vi.runAllTimers();
    expect([route.value, location.hash]).toEqual([inbox, '#inbox']);
  });
});
