import { describe, expect, it } from 'vitest';
import { isNoRoom, whyNotWritten } from './why-not-written.ts';

describe('whyNotWritten', () => {
  it('says what to free where there is no room', () => {
    const words =
      'There is no room left on this disk. Free some space on it; once there is a little, emptying Lectern’s trash gives more.';
    expect(whyNotWritten(new DOMException('', 'QuotaExceededError'))).toBe(words);
    const wrapped = Object.assign(new Error('QuotaExceededError: The transaction was aborted'), { name: 'AbortError' });
    expect(whyNotWritten(wrapped)).toBe(words);
  });

  it('has the browser speak for itself otherwise', () => {
    expect(whyNotWritten(new Error('The connection was closed.'))).toBe('The connection was closed.');
    expect(whyNotWritten('broken')).toBe('broken');
    expect(isNoRoom(new Error('The connection was closed.'))).toBe(false);
  });
});
