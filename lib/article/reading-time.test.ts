import { describe, expect, it } from 'vitest';
import { countCode, countWords, hasWords, minutesToRead } from './reading-time.ts';

describe('countWords', () => {
  it('counts words, not punctuation', () => {
    expect(countWords('A quiet room — with “two” servers, mind you.')).toBe(8);
  });
  it('takes contractions, compounds and decimals as one word', () => {
    expect(countWords("don't state-of-the-art 3.14 1,000")).toBe(4);
  });
  it('gives 0 for white space and signs', () => {
    expect(countWords(' \n — … ')).toBe(0);
  });
  it('weighs 500 Chinese characters like 238 words', () => {
    expect(countWords('字'.repeat(500))).toBe(238);
    expect(minutesToRead(countWords('字'.repeat(1500)))).toBe(3);
  });
  it('counts Latin words inside Japanese', () => {
    expect(countWords('これはTypeScriptです')).toBe(1 + Math.round((5 * 238) / 500));
  });
  it('takes the long-vowel mark with its word, and characters beyond 16 bits for one each', () => {
    expect(countWords('サーバー'.repeat(25))).toBe(Math.round((100 * 238) / 500));
    expect(countWords('𠮷'.repeat(100))).toBe(Math.round((100 * 238) / 500));
    expect(countWords('𝒜𝒷 \ud800x')).toBe(2);
  });
  it('starts no word with a mark, and ends one at a sign that joins nothing', () => {
    expect(countWords('e\u0301t\u00e9 \u0301 a- b -c d--e')).toBe(6);
  });
  it('counts Korean by its spaces', () => {
    expect(countWords('조용한 서버 방')).toBe(3);
  });
});

describe('countCode', () => {
  it('counts lines with something on them, however long', () => {
    expect(countCode('const room = open("quiet");\n\n   \n}\n')).toBe(10);
    expect(countCode('')).toBe(0);
  });
});

describe('hasWords', () => {
  it('agrees with the count at its edge', () => {
    for (const text of ['one two three', '字'.repeat(7), '', '— …', 'これはTypeScriptです']) {
      const count = countWords(text);
      expect(hasWords(text, count + 1), text).toBe(false);
      if (count > 0) expect(hasWords(text, count), text).toBe(true);
    }
  });
});

describe('minutesToRead', () => {
  it('is never below one', () => {
    expect(minutesToRead(0)).toBe(1);
    expect(minutesToRead(238 * 7)).toBe(7);
  });
});
