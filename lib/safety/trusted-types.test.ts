import { describe, expect, it } from 'vitest';
import type { SafeHtml } from '../article/html.ts';
import { createPagePolicy, createSafeHtmlPolicy } from './trusted-types.ts';

const safe = '<p>Kept</p>' as SafeHtml;

/** Stands in for the browser's factory: remembers the names asked for and marks what went through. */
function aTrustedTypesWindow(): { readonly window: object; readonly names: readonly string[] } {
  const names: string[] = [];
  const createPolicy = (name: string, rules: { createHTML: (html: string) => string }) => {
    names.push(name);
    return { createHTML: (html: string) => ({ trusted: rules.createHTML(html) }) };
  };
  return { window: { trustedTypes: { createPolicy } }, names };
}

describe('createSafeHtmlPolicy', () => {
  it('makes one policy, named lectern, whatever is inserted', () => {
    const { window, names } = aTrustedTypesWindow();
    const trust = createSafeHtmlPolicy(window);
    expect(trust(safe)).toEqual({ trusted: '<p>Kept</p>' });
    trust(safe);
    expect(names).toEqual(['lectern']);
  });

  it('gives the text itself where Trusted Types are unknown', () => {
    expect(createSafeHtmlPolicy({})(safe)).toBe('<p>Kept</p>');
  });
});

describe('createPagePolicy', () => {
  it('inserts as the other does', () => {
    const { window, names } = aTrustedTypesWindow();
    expect(createPagePolicy(window).html(safe)).toEqual({ trusted: '<p>Kept</p>' });
    expect(createPagePolicy({}).html(safe)).toBe('<p>Kept</p>');
    expect(names).toEqual(['lectern']);
  });

  it('lets the threads of the extension pass, and no other script', () => {
    const createPolicy = (_: string, rules: { createScriptURL: (url: string) => string }) => rules;
    for (const window of [{}, { trustedTypes: { createPolicy } }]) {
      const trust = createPagePolicy(window);
      expect(trust.scriptUrl('/import-worker.js')).toBe('/import-worker.js');
      expect(() => trust.scriptUrl('https://elsewhere.example/x.js')).toThrow(TypeError);
    }
  });
});
