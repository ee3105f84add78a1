import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanUrl, hostOf, normaliseUrl, uncutUrl } from './normalise-url.ts';

describe('normaliseUrl', () => {
  it.each([
    ['http://Page.Example/a', 'https://page.example/a'],
    ['https://www.page.example/a/', 'https://page.example/a'],
    ['https://page.example', 'https://page.example/'],
    ['http://page.example:80/', 'https://page.example/'],
    ['https://page.example:8443/a', 'https://page.example:8443/a'],
    ['https://reader:secret@page.example/a', 'https://page.example/a'],
    ['https://page.example./a', 'https://page.example/a'],
    ['https://page.example/a#part-2', 'https://page.example/a'],
    ['https://page.example/a#:~:text=word', 'https://page.example/a'],
    ['https://page.example/#!/story/7', 'https://page.example/#!/story/7'],
    ['https://page.example/#/story/7', 'https://page.example/#/story/7'],
    ['https://page.example/a?b=2&a=1', 'https://page.example/a?a=1&b=2'],
    ['https://page.example/a?utm_source=x&id=7&fbclid=y&MC_EID=z', 'https://page.example/a?id=7'],
    ['https://page.example/a?', 'https://page.example/a'],
    ['https://page.example/caf%c3%a9', 'https://page.example/caf%C3%A9'],
  ])('gives %s the key %s', (url, key) => {
    expect(normaliseUrl(url)).toBe(key);
  });

  it.each([
    ['https://page.example/a?id=1', 'https://page.example/a?id=2'],
    ['https://page.example/a?x=1&x=2', 'https://page.example/a?x=2&x=1'],
    ['https://page.example/a', 'https://page.example/A'],
    ['https://www.com/', 'https://com/'],
    ['https://page.example/?q=%82%A0', 'https://page.example/?q=%82%A2'],
    ['https://page.example/a', 'https://other.page.example/a'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(normaliseUrl(one)).not.toBe(normaliseUrl(other));
  });

  it.each(['', 'page', 'ftp://page.example/', 'javascript:alert(1)', 'data:text/html,x', 'about:blank', 'http://'])(
    'gives no key to %j',
    (url) => {
      expect(normaliseUrl(url)).toBeUndefined();
    },
  );

  it('is idempotent', () => {
    const part = fc.string({ unit: fc.constantFrom(...'aB/.?&=#!%2cé:@www~ ;'.split('')), maxLength: 30 });
    const host = fc.constantFrom(
      'page.example',
      'www.www.page.example',
      'www.com',
      'x..',
      'h:443',
      'h:80',
      '[::1]:8080',
    );
    fc.assert(
      fc.property(fc.constantFrom('http', 'https'), host, part, (scheme, name, rest) => {
        const key = normaliseUrl(`${scheme}://${name}/${rest}`);
        if (key !== undefined) expect(normaliseUrl(key)).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  it('is idempotent on any web address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const key = normaliseUrl(url);
        expect(key).toBeDefined();
        expect(normaliseUrl(key ?? '')).toBe(key);
      }),
    );
  });
});

describe('uncutUrl', () => {
  it('is the address with the parameters that were cut, and without user name and password', () => {
    expect(uncutUrl('https://me:secret@daily.example/a?utm_source=letter&id=7#part')).toBe(
      'https://daily.example/a?utm_source=letter&id=7#part',
    );
  });

  it('is absent where nothing was cut but those, and for what is no address of the web', () => {
    for (const url of [
      'https://me:secret@daily.example/a?id=7',
      'HTTPS://Daily.example',
      'file:///a?utm_source=x',
      '?',
    ])
      expect(uncutUrl(url)).toBeUndefined();
  });
});

describe('cleanUrl', () => {
  it.each([
    ['https://a:b@www.page.example/A/?utm_medium=x&b=2&a=1#p', 'https://www.page.example/A/?b=2&a=1#p'],
    ['http://page.example/a?gclid=1', 'http://page.example/a'],
    ['http://page.example/a?q=%c3+x&q=~', 'http://page.example/a?q=%c3+x&q=~'],
  ])('keeps %s as %s', (url, clean) => {
    expect(cleanUrl(url)).toBe(clean);
  });

  it('never changes what counts as the same page', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(normaliseUrl(cleanUrl(url) ?? '')).toBe(normaliseUrl(url));
      }),
    );
  });

  it('refuses what is not a web address', () => {
    expect(cleanUrl('file:///etc/hosts')).toBeUndefined();
  });
});

describe('hostOf', () => {
  it('names the site without www', () => {
    expect(hostOf('https://www.page.example:81/a')).toBe('page.example');
    expect(hostOf('about:blank')).toBe('');
  });
});
