// @vitest-environment jsdom
/// <reference path="../css.d.ts" />
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import type { LibraryTools } from '../../lib/app/library-tools.ts';
import { FreeRoom } from './FreeRoom.tsx';
import type { LibraryApp } from './library-app.ts';

/** A library with so many pictures that could go; `go` lets the freeing end. */
async function anOffer(count: number) {
  let left = count;
  let go = () => {};
  const freeRoom = vi.fn<LibraryTools['freeRoom']>(async ({ tell }) => {
    tell?.(7);
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    left = 0;
    return count;
  });
  const say = vi.fn();
  const freed = vi.fn();
  const readFreeableRoom = async () => ({ count: left, bytes: left * 1e6 });
  const app = { loadTools: async () => ({ readFreeableRoom, freeRoom }), history: { say } } as unknown as LibraryApp;
  const box = document.createElement('div');
  document.body.append(box);
  render(h(FreeRoom, { app, freed }), box);
  const press = (words: RegExp) => {
    const button = [...box.querySelectorAll('button')].find(({ textContent }) => words.test(textContent ?? ''));
    if (!button) throw new Error(`There is no button ${words} in ${box.textContent}.`);
    button.click();
  };
  return { box, press, freeRoom, say, freed, end: () => go() };
}

it('says nothing where nothing could go', async () => {
  const { box } = await anOffer(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(box.textContent).toBe('');
});

it('asks once more, with the way out first, and lets nothing go until then', async () => {
  const { box, press, freeRoom } = await anOffer(3);
  await vi.waitFor(() => expect(box.textContent).toContain('About 3 MB of it are 3 pictures of articles'));
  press(/Let them go/);
  await vi.waitFor(() => expect(box.textContent).toContain('Texts, notes and marks stay'));
  expect(document.activeElement?.textContent).toBe('Keep them');
  press(/Keep them/);
  await vi.waitFor(() => expect(box.textContent).toContain('Let them go…'));
  expect(freeRoom).not.toHaveBeenCalled();
});

it('tells how far it is, can be stopped, and says what went', async () => {
  const { box, press, freeRoom, say, freed, end } = await anOffer(3);
  await vi.waitFor(() => press(/Let them go/));
  await vi.waitFor(() => press(/Let go of about 3 MB/));
  await vi.waitFor(() => expect(box.textContent).toContain('7 articles so far'));
  press(/Stop/);
  expect(freeRoom.mock.calls[0]?.[0].signal?.aborted).toBe(true);
  end();
  await vi.waitFor(() => expect(say).toHaveBeenCalledWith('3 pictures let go'));
  await vi.waitFor(() => expect(freed).toHaveBeenCalledOnce());
  expect(box.textContent).toBe('');
});
