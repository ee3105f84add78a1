import { describe, expect, it } from 'vitest';
import { parseUrl } from './parse-url.ts';

describe('parseUrl', () => {
  it('reads an address, by itself or against a page', () => {
    expect(parseUrl('https://page.example/a')?.pathname).toBe('/a');
    expect(parseUrl('../b', 'https://page.example/a/c')?.href).toBe('https://page.example/b');
  });

  it('gives nothing for what is no address', () => {
    expect(parseUrl('/a')).toBeUndefined();
    expect(parseUrl('http://')).toBeUndefined();
    expect(parseUrl('/a', 'nonsense')).toBeUndefined();
  });
});
