import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { untrusted } from '../article/html.ts';
import { createPageParser } from './parse-fetched-page.ts';

const URL = 'https://daily.example/a/page';

describe('a page that was fetched', () => {
  const parse = createPageParser(new JSDOM('').window);
  const baseOf = (head: string) => parse(untrusted(`<head>${head}</head><body>Words`), URL).baseURI;

  it('has its own address, and a document without a window: nothing in it runs or loads', () => {
    const page = parse(untrusted('<script>document.title = "ran"</script><p>Words'), URL);
    expect(page.URL).toBe(URL);
    expect(page.defaultView).toBeNull();
    expect(page.title).toBe('');
    expect(page.querySelector('p')?.textContent).toBe('Words');
  });

  it.each([
    ['', URL],
    ['<base target="_blank">', URL],
    ['<base href="">', URL],
    ['<base href="/other/">', 'https://daily.example/other/'],
    ['<base href="https://cdn.example/x">', 'https://cdn.example/x'],
    ['<base href="http://[">', URL],
    ['<base href="javascript:alert(1)">', URL],
    ['<base href="data:text/html,x">', URL],
    ['<base href="/first/"><base href="/second/">', 'https://daily.example/first/'],
  ])('is read from the base that it names, if that is of the web: %s', (head, expected) => {
    expect(baseOf(head)).toBe(expected);
  });

  it('is made under a policy of its own where the browser asks for one', () => {
    const made: string[] = [];
    const { DOMParser } = new JSDOM('').window;
    const trustedTypes = {
      createPolicy: (name: string, { createHTML }: { readonly createHTML: (html: string) => string }) =>
        made.push(`${name} ${createHTML('<b>')}`),
    };
    createPageParser({ DOMParser, trustedTypes });
    expect(made).toEqual(['default <b>']);
  });
});
