import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { SafeHtml } from '../article/html.ts';
import { createSafeParser } from './parse-safe.ts';

describe('createSafeParser', () => {
  it('makes nodes in a document without a window, of what the policy gave', () => {
    const { document } = new JSDOM().window;
    const trusted: string[] = [];
    const parse = createSafeParser(document, (html) => {
      trusted.push(html);
      return html;
    });
    const fragment = parse('<p>a</p><p>b</p>' as SafeHtml);
    expect([...fragment.children].map(({ outerHTML }) => outerHTML)).toEqual(['<p>a</p>', '<p>b</p>']);
    expect(fragment.ownerDocument.defaultView).toBeNull();
    expect(trusted).toEqual(['<p>a</p><p>b</p>']);
  });
});
