import { describe, expect, it } from 'vitest';
import { createUndoHistory } from './undo-history.ts';

describe('what was done on a page', () => {
  it('is taken back, the last first, each once', async () => {
    const undone: number[] = [];
    const history = createUndoHistory();
    for (const n of [1, 2, 3])
      await history.record(Promise.resolve({ label: `Number ${n}`, undo: async () => void undone.push(n) }));
    for (let times = 0; times < 5; times++) await history.undoLast();
    expect(undone).toEqual([3, 2, 1]);
    expect(history.shown.value).toEqual({ text: 'Undone', canUndo: false });
  });

  it('is held for the last hundred, and no more of it', async () => {
    const undone: number[] = [];
    const history = createUndoHistory();
    for (let n = 0; n < 150; n++)
      await history.record(Promise.resolve({ label: `Number ${n}`, undo: async () => void undone.push(n) }));
    for (let times = 0; times < 200; times++) await history.undoLast();
    expect(undone).toEqual(Array.from({ length: 100 }, (_, i) => 149 - i));
  });

  it('stays to be taken back where that fails', async () => {
    let isFull = true;
    const history = createUndoHistory();
    const undo = async () => {
      if (isFull) throw new DOMException('', 'QuotaExceededError');
    };
    await history.record(Promise.resolve({ label: 'Moved', undo }));
    await history.undoLast();
    expect(history.shown.value).toMatchObject({ canUndo: true, text: expect.stringMatching(/could not be written/) });
    isFull = false;
    await history.undoLast();
    expect(history.shown.value).toMatchObject({ text: 'Undone' });
  });

  it('is not said to be taken back for articles that were erased for good meanwhile', async () => {
    const history = createUndoHistory();
    let undone = 0;
    const told = async (here: number, erased: number) => {
      const undo = async () => void undone++;
      await history.record(Promise.resolve({ label: 'Moved', undo, reach: async () => ({ here, erased }) }));
      await history.undoLast();
      return history.shown.value?.text;
    };
    expect(await told(0, 1)).toBe('That article was erased for good; there is nothing to undo.');
    expect(await told(0, 1200)).toBe('Those articles were erased for good; there is nothing to undo.');
    expect(undone).toBe(0);
    expect(await told(2, 1)).toBe('Undone, but for one article that was erased for good');
    expect(await told(1, 1200)).toBe('Undone, but for 1,200 articles that were erased for good');
    expect(await told(2, 0)).toBe('Undone');
    // What changed no article, as of a selection that stood on the list before.
    expect(await told(0, 0)).toBe('Undone');
    expect(undone).toBe(4);
  });
});
