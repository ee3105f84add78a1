import { describe, expect, it } from 'vitest';
import { hasDisplay } from './has-display.ts';
import { readTourOptions } from './read-options.ts';

describe('what stands behind npm start', () => {
  it('takes an address and --headless, in any order', () => {
    const url = 'https://page.example/a';
    expect(readTourOptions([])).toEqual({ status: 'read', isHeadless: false });
    expect(readTourOptions(['--headless'])).toEqual({ status: 'read', isHeadless: true });
    expect(readTourOptions([url])).toEqual({ status: 'read', url, isHeadless: false });
    expect(readTourOptions([url, '--headless'])).toEqual({ status: 'read', url, isHeadless: true });
  });

  it.each([
    ['an option there is not', ['--headles'], 'There is no option --headles.'],
    ['what is no address', ['page.example'], 'page.example is no address'],
    ['a page of the browser', ['chrome://settings'], 'is no address'],
    ['two addresses', ['https://a.example', 'https://b.example'], 'One address at a time'],
  ])('says what is wrong with %s', (_, args, sentence) => {
    const options = readTourOptions(args);
    expect(options).toEqual({ status: 'wrong', sentence: expect.stringContaining(sentence) });
  });
});

describe('hasDisplay', () => {
  it('looks for a named display where there may be none', () => {
    expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
    expect(hasDisplay({ platform: 'linux', env: { DISPLAY: '' } })).toBe(false);
    expect(hasDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true);
    expect(hasDisplay({ platform: 'freebsd', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDisplay({ platform: 'darwin', env: {} })).toBe(true);
  });
});
