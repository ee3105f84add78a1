// @vitest-environment jsdom
/// <reference path="../css.d.ts" />
import { signal } from '@preact/signals';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import type { LibraryHealth } from '../../lib/app/library-health.ts';
import { RecoveryPage } from './RecoveryPage.tsx';

it('keeps what a check has found while the library turns out to be well', async () => {
  const health = signal<LibraryHealth>({ status: 'broken', texts: 1, pictures: 0 });
  const app = {
    health,
    check: async () => ({ faults: [], counts: {} }),
    desk: { state: signal({ status: 'empty' }) },
    backup: signal({ status: 'loading' }),
    quarantine: signal({ status: 'loading' }),
  };
  const box = document.createElement('div');
  await act(() => render(h(RecoveryPage, { app: app as never }), box));
  const headings = () => [...box.querySelectorAll('strong')].map(({ textContent }) => textContent);
  const check = () => [...box.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Check'));
  expect(headings().indexOf('Restore from a vault')).toBeLessThan(headings().indexOf('Check the library'));
  await act(() => check()?.click());
  await vi.waitFor(() => expect(check()?.textContent).toBe('Check again'));
  await act(() => {
    health.value = { status: 'fine' };
  });
  expect(headings().indexOf('Check the library')).toBeLessThan(headings().indexOf('Restore from a vault'));
  expect(check()?.textContent).toBe('Check again');
});
