// @vitest-environment jsdom
/// <reference path="../css.d.ts" />
import { signal } from '@preact/signals';
import { h, render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ArticleDetail, Loaded } from '../../lib/app/library.ts';
import type { OpenedText } from '../../lib/app/open-article.ts';
import { DEFAULT_SETTINGS } from '../../lib/article/settings.ts';
import { createUndoHistory } from '../controls/undo-history.ts';
import { Reader } from './Reader.tsx';
import type { ReaderApp } from './reader-app.ts';

const loading: Loaded<never> = { status: 'loading' };
const ready = <Value>(value: Value): Loaded<Value> => ({ status: 'ready', value });

function shown(detail: Loaded<ArticleDetail | undefined>, text: Loaded<OpenedText>) {
  const leave = vi.fn();
  const app = {
    detail: signal(detail),
    text: signal(text),
    pictures: signal(loading),
    lists: signal(ready([])),
    history: createUndoHistory(),
    settings: { settings: signal(DEFAULT_SETTINGS), change: vi.fn() },
    actions: {},
    leave,
    libraryAddress: '/library.html#list/tides',
  } as unknown as ReaderApp;
  render(h(Reader, { app }), document.body);
  return leave;
}

const aLink = {
  article: { id: 'a', url: 'https://daily.example/a', title: 'A link', authors: [], siteName: '', wordCount: 0 },
  reading: { articleId: 'a', progress: 0, trashedAt: 1 },
  listIds: [],
  tags: [],
  versions: [],
} as unknown as ArticleDetail;

describe('Reader', () => {
  afterEach(() => render(null, document.body));

  it('shows the bar alone until the article is read, and its way back works', () => {
    const leave = shown(loading, loading);
    expect(document.querySelector('main')).toBeNull();
    const back = document.querySelector<HTMLElement>('a[aria-label="Back to the library"]');
    expect(back?.getAttribute('href')).toBe('/library.html#list/tides');
    back?.click();
    expect(leave).toHaveBeenCalledTimes(1);
  });

  it('says that an article is not here', () => {
    shown(ready(undefined), ready({}));
    expect(document.querySelector('h1')?.textContent).toBe('This article is not in your library');
  });

  it('says plainly that the database failed, with the browser’s reason', () => {
    shown({ status: 'failed', error: new Error('Disk is unwell') }, loading);
    expect(document.querySelector('main')?.textContent).toContain('Nothing was changed');
    expect(document.querySelector('main')?.textContent).toContain('Disk is unwell');
  });

  it('offers the page of a link without text, and the way out of the trash', () => {
    shown(ready(aLink), ready({}));
    expect(document.querySelector<HTMLAnchorElement>('.link-only a')?.href).toBe('https://daily.example/a');
    expect(document.querySelector('.trash-bar button')?.textContent).toBe('Restore');
    expect(document.querySelector('.bar-shelf')?.textContent).toBe('Trash');
  });
});
