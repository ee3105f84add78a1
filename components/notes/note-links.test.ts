import { describe, expect, it } from 'vitest';
import { openPieceAt } from './note-links.ts';

const at = (text: string) => openPieceAt(text.replace('|', ''), text.indexOf('|'));

describe('openPieceAt', () => {
  it('finds what is being typed at the caret', () => {
    expect(at('See [[cold sto|')).toEqual({ kind: 'link', start: 4, typed: 'cold sto' });
    expect(at('[[|')).toEqual({ kind: 'link', start: 0, typed: '' });
    expect(at('so #grö| and on')).toEqual({ kind: 'tag', start: 3, typed: 'grö' });
  });

  it('finds nothing in plain words, closed links and headings', () => {
    for (const text of ['See this|', '[[A]] x|', '# Title|', '#|', 'a#b|', '[[a\nb|'])
      expect(at(text), text).toBeUndefined();
  });
});
