import { describe, expect, it } from 'vitest';
import { codeTokens } from './code-tokens.ts';

const said = (code: string, language?: string) =>
  codeTokens(code, language).map(({ start, end, kind }) => `${kind} ${code.slice(start, end)}`);

describe('codeTokens', () => {
  it('tells keywords, strings, comments and numbers apart, at their places', () => {
    const tokens = said("const a = 'x'; // why\nreturn 42;", 'javascript');
    expect(tokens).toEqual(
      expect.arrayContaining(['keyword const', "string 'x'", 'comment // why\n', 'keyword return', 'number 42']),
    );
  });

  it('knows a language without its name, and its other names', () => {
    expect(said('import os\n\ndef f(x):\n    return None  # why\n\nclass A:\n  pass')).toContain('comment # why');
    expect(said('fn main() { let x = 1; }', 'rust')).toContain('keyword fn');
  });

  it('leaves what it does not know', () => {
    expect(said('HAI 1.2', 'lolcode')).toEqual([]);
    expect(said('x'.repeat(100_000), 'js')).toEqual([]);
  });
});
