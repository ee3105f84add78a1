import { describe, expect, it } from 'vitest';
import { EXTENSION_CSP, PAGE_CSP } from './page-policy.ts';

const directivesOf = (policy: string): ReadonlyMap<string, string> =>
  new Map(policy.split('; ').map((directive) => [directive.split(' ')[0] ?? '', directive.replace(/^\S+ ?/, '')]));

describe('the policies', () => {
  it('let no script in but the extension’s own, and nothing inline', () => {
    for (const policy of [EXTENSION_CSP, PAGE_CSP]) {
      const directives = directivesOf(policy);
      expect(directives.get('default-src')).toBe("'none'");
      expect(directives.get('script-src')).toBe("'self'");
      expect(directives.get('require-trusted-types-for')).toBe("'script'");
      for (const name of ['base-uri', 'form-action', 'object-src']) expect(directives.get(name)).toBe("'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
    }
  });

  it('open the network to the worker, and to no page', () => {
    expect(directivesOf(EXTENSION_CSP).get('connect-src')).toBe("'self' http: https:");
    expect(directivesOf(PAGE_CSP).get('connect-src')).toBe("'self'");
  });

  it('let nothing frame a page of the extension', () => {
    expect(directivesOf(EXTENSION_CSP).get('frame-ancestors')).toBe("'none'");
  });
});
