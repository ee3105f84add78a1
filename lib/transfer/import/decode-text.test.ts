import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

describe('decodeText', () => {
  it.each([
    ['UTF-8', [0x63, 0xc3, 0xa9]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x63, 0xc3, 0xa9]],
    ['Latin-1', [0x63, 0xe9]],
    ['UTF-16, small end first', [0xff, 0xfe, 0x63, 0, 0xe9, 0]],
    ['UTF-16, large end first', [0xfe, 0xff, 0, 0x63, 0, 0xe9]],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes)).replace('\ufeff', '')).toBe('cé');
  });

  it('knows UTF-16 without its mark', () => {
    expect(decodeText(Uint8Array.from([0x75, 0, 0x72, 0, 0x6c, 0]))).toBe('url');
    expect(decodeText(Uint8Array.from([0, 0x75, 0, 0x72, 0, 0x6c]))).toBe('url');
  });

  it('keeps UTF-8 that was cut off within a character', () => {
    expect(decodeText(Uint8Array.from([0xc3, 0xa9, 0x61, 0xc3]))).toBe('éa\ufffd');
  });
});
