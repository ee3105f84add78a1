import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NoteBlock, readNoteBlocks } from './note-parts.ts';

const text = (words: string) => ({ kind: 'text', text: words });

/** All words of a note, without its signs. */
const wordsOf = (blocks: readonly NoteBlock[]): string =>
  blocks
    .flatMap((block) => {
      if (block.kind === 'code') return [block.text];
      const lines = block.kind === 'list' ? block.items.map(({ parts }) => parts) : block.lines;
      return lines.flat().map((part) => part.text);
    })
    .join(' ');

describe('readNoteBlocks', () => {
  it('reads paragraphs with their line breaks, lists, quotes and code', () => {
    const note = 'One\ntwo\n\n- a\n  - b\n1. c\n> said\n> twice\n```js\nif (a) - b\n```\nlast';
    expect(readNoteBlocks(note)).toEqual([
      { kind: 'paragraph', lines: [[text('One')], [text('two')]] },
      {
        kind: 'list',
        isNumbered: false,
        items: [
          { parts: [text('a')], depth: 0 },
          { parts: [text('b')], depth: 1 },
        ],
      },
      { kind: 'list', isNumbered: true, items: [{ parts: [text('c')], depth: 0 }] },
      { kind: 'quote', lines: [[text('said')], [text('twice')]] },
      { kind: 'code', text: 'if (a) - b' },
      { kind: 'paragraph', lines: [[text('last')]] },
    ]);
  });

  it('reads emphasis, code, tags and links within a line', () => {
    const [block] = readNoteBlocks(
      '**b** *e* _e_ ~~s~~ `#c` #tag [[L|article/1]] [w](https://a.example/b) https://c.example/d.',
    );
    expect(block?.kind === 'paragraph' && block.lines[0]?.filter((part) => part.text.trim() !== '')).toEqual([
      { kind: 'strong', text: 'b' },
      { kind: 'emphasis', text: 'e' },
      { kind: 'emphasis', text: 'e' },
      { kind: 'struck', text: 's' },
      { kind: 'code', text: '#c' },
      { kind: 'tag', text: '#tag' },
      { kind: 'kept', text: 'L', target: 'article/1' },
      { kind: 'link', text: 'w', url: 'https://a.example/b' },
      { kind: 'link', text: 'https://c.example/d', url: 'https://c.example/d' },
      text('.'),
    ]);
  });

  it('makes no link of an address that is none of the web', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'chrome://settings',
      'JaVaScRiPt:x',
      '//x',
      'file:///x',
    ]) {
      const kinds = readNoteBlocks(`[w](${address})`).flatMap((block) =>
        block.kind === 'paragraph' ? block.lines.flat().map(({ kind }) => kind) : [],
      );
      expect(kinds).toEqual(['text']);
    }
  });

  it('leaves arithmetic, names and open signs as typed', () => {
    for (const note of ['2 * 3 * 4', 'snake_case_name', 'a ** b', '**open', '-3 degrees', '#1', 'C# is']) {
      expect(readNoteBlocks(note)).toEqual([{ kind: 'paragraph', lines: [[text(note)]] }]);
    }
  });

  it('loses no word of any note', () => {
    const piece = fc.constantFrom(
      '- ',
      '1. ',
      '> ',
      '```\n',
      '\n',
      '\n\n',
      '**',
      '*',
      '`',
      'word',
      ' ',
      '[x](',
      ')',
      '#tag',
      '[[',
      '~~',
      '_',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const note = pieces.join('');
        const count = (words: string) => words.split('word').length;
        expect(count(wordsOf(readNoteBlocks(note)))).toBeGreaterThanOrEqual(count(note.replace(/```[^\n]*/g, '')));
      }),
    );
  });
});
