// @vitest-environment jsdom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import type { LibraryTools } from '../../lib/app/library-tools.ts';
import { useCompletion } from './use-completion.ts';

const option = (insert: string) => ({ insert, label: insert, about: '' });

it('takes no option that was offered for what was typed before', async () => {
  const answers = new Map<string, (inserts: readonly string[]) => void>();
  const completeQuery = (typed: string) =>
    new Promise((resolve) => answers.set(typed, (inserts) => resolve(inserts.map(option))));
  const loadTools = async () => ({ completeQuery }) as unknown as LibraryTools;
  let completion!: ReturnType<typeof useCompletion>;
  const Probe = () => {
    completion = useCompletion({ loadTools });
    return null;
  };
  await act(() => render(h(Probe, {}), document.createElement('div')));
  const ask = (typed: string) =>
    act(async () => {
      void completion.ask(typed, typed.length);
      await Promise.resolve();
      await Promise.resolve();
    });
  await ask('ha');
  await act(async () => answers.get('ha')?.(['has:']));
  expect(completion.optionAt(0)?.insert).toBe('has:');

  await ask('ha is');
  await act(() => completion.step(1));
  expect([completion.offer?.active, completion.optionAt(0)]).toEqual([-1, undefined]);
  await act(async () => answers.get('ha is')?.(['is:']));
  await act(() => completion.step(1));
  expect([completion.offer?.active, completion.optionAt(0)?.insert]).toEqual([0, 'is:']);
});
