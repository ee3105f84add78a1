// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { dressBody } from './dress-body.ts';

function dressed(html: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = html;
  dressBody(root);
  return root;
}

describe('dressBody', () => {
  it('puts headings of the first level under the title, with all they hold', () => {
    const root = dressed('<h1 id="ref-1" lang="fr">A <em>b</em></h1>');
    expect(root.innerHTML).toBe('<h2 id="ref-1" lang="fr">A <em>b</em></h2>');
  });

  it('gives headings without an id one of their own', () => {
    const root = dressed('<h2 id="ref-1">A</h2><h3>B</h3><h2>C</h2>');
    expect([...root.children].map(({ id }) => id)).toEqual(['ref-1', 'heading-2', 'heading-3']);
  });

  it('boxes a table once, and leaves a table inside it', () => {
    const root = dressed('<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>');
    expect(root.querySelectorAll('.scroll-box')).toHaveLength(1);
    expect(root.querySelector('div.scroll-box > table table td')?.textContent).toBe('1');
  });

  it('sets code from left to right unless the page says otherwise', () => {
    const root = dressed('<pre>a</pre><pre dir="rtl">b</pre>');
    expect([...root.children].map((code) => code.getAttribute('dir'))).toEqual(['ltr', 'rtl']);
  });
});
