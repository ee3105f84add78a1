import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { articleGone } from '../../lib/article/article-gone.ts';
import { mergeTexts } from '../../lib/article/merge-texts.ts';
import { createTypedText } from './typed-text.ts';

/** A database with one text, and windows with a field each. What is written comes to every window in a later turn. */
function aDatabase() {
  let kept = '';
  const windows: ReturnType<typeof createTypedText>[] = [];
  return {
    text: () => kept,
    isFull: false,
    isErased: false,
    tries: 0,
    openWindow(isSlow = false) {
      const field = { value: '', failure: undefined as unknown };
      const typing = createTypedText({
        show: (text) => {
          field.value = text;
        },
        tell: (failure) => {
          field.failure = failure?.error;
        },
        write: async (text, former) => {
          await new Promise((go) => setTimeout(go, isSlow ? 200 : 5));
          this.tries++;
          if (this.isErased) throw articleGone();
          if (this.isFull) throw new DOMException('', 'QuotaExceededError');
          kept = mergeTexts(former, text, kept);
          const now = kept;
          for (const one of windows) setTimeout(() => one.receive(now), 10);
        },
      });
      windows.push(typing);
      return {
        field,
        type(letters: string, at = field.value.length) {
          for (const letter of letters) {
            field.value = field.value.slice(0, at) + letter + field.value.slice(at++);
            void typing.type(field.value);
          }
        },
      };
    },
  };
}

describe('a text that is typed', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('keeps the words of two windows that type at the same moment, and shows them in both', async () => {
    const database = aDatabase();
    const [one, other] = [database.openWindow(), database.openWindow(true)];
    one.type('quiet room');
    await vi.runAllTimersAsync();
    expect(other.field.value).toBe('quiet room');
    one.type(' at night');
    other.type('A ', 0);
    await vi.runAllTimersAsync();
    expect(database.text()).toBe('A quiet room at night');
    expect([one.field.value, other.field.value]).toEqual([database.text(), database.text()]);
  });

  it('leaves the field alone while letters are on their way', async () => {
    const database = aDatabase();
    const { field, type } = database.openWindow();
    for (const letter of 'harbour') {
      type(letter);
      await vi.advanceTimersByTimeAsync(7);
    }
    expect(field.value).toBe('harbour');
    await vi.runAllTimersAsync();
    expect([field.value, database.text()]).toEqual(['harbour', 'harbour']);
  });

  it('says that there is no room, and writes all of it by itself once there is', async () => {
    const database = aDatabase();
    const { field, type } = database.openWindow();
    type('kept');
    await vi.runAllTimersAsync();
    database.isFull = true;
    type(' and not');
    await vi.advanceTimersByTimeAsync(2000);
    expect(field.failure).toMatchObject({ name: 'QuotaExceededError' });
    expect([field.value, database.text()]).toEqual(['kept and not', 'kept']);
    database.isFull = false;
    await vi.runAllTimersAsync();
    expect(field.failure).toBeUndefined();
    expect([field.value, database.text()]).toEqual(['kept and not', 'kept and not']);
  });

  it('keeps the first letters of what is typed on while the first ones cannot be written', async () => {
    const database = aDatabase();
    const { field, type } = database.openWindow();
    type('kept');
    await vi.runAllTimersAsync();
    database.isFull = true;
    for (const letter of ' and typed slowly') {
      type(letter);
      // Some letters are typed while others are on their way, some after it was told that there is no room.
      await vi.advanceTimersByTimeAsync(3);
    }
    await vi.advanceTimersByTimeAsync(7000);
    type(', and later');
    await vi.advanceTimersByTimeAsync(1000);
    expect(field.failure).toBeDefined();
    database.isFull = false;
    type('.');
    await vi.runAllTimersAsync();
    expect(field.failure).toBeUndefined();
    expect([field.value, database.text()]).toEqual(Array(2).fill('kept and typed slowly, and later.'));
  });

  it('says that its article was erased, leaves the words in the field, and tries only with the next letter', async () => {
    const database = aDatabase();
    const { field, type } = database.openWindow();
    type('kept');
    await vi.runAllTimersAsync();
    database.isErased = true;
    database.tries = 0;
    type('!');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(field.failure).toMatchObject({ message: 'Its article was erased in another window.' });
    expect([field.value, database.tries]).toEqual(['kept!', 1]);
    database.isErased = false;
    type('?');
    await vi.runAllTimersAsync();
    expect([field.value, database.text(), field.failure]).toEqual(['kept!?', 'kept!?', undefined]);
  });

  it('shows what another window took away', async () => {
    const database = aDatabase();
    const [one, other] = [database.openWindow(), database.openWindow()];
    one.type('quiet');
    await vi.runAllTimersAsync();
    other.field.value = '';
    other.type('x');
    await vi.runAllTimersAsync();
    expect(one.field.value).toBe('x');
  });
});
