import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it } from 'vitest';
import { untrusted } from '../article/html.ts';
import { browserSanitiser } from './browser-sanitiser.ts';
import { createSanitiser } from './sanitise-html.ts';

const { window } = new JSDOM();

type SetHtml = (this: Element, html: string, options: object) => void;

/** Gives jsdom, which has no sanitiser of its own, that of a browser. */
const withSanitiser = (setHTML: SetHtml) => Object.assign(window.Element.prototype, { setHTML });

afterEach(() => {
  Reflect.deleteProperty(window.Element.prototype, 'setHTML');
});

describe('the browser’s own sanitiser', () => {
  it('is not asked where there is none', () => {
    expect(browserSanitiser(window, [])).toBeUndefined();
    expect(browserSanitiser({}, [])).toBeUndefined();
    expect(createSanitiser(window)(untrusted('<p>x</p>'))).toBe('<p>x</p>');
  });

  it('is held to our lists, and gets no comments and no data of pages', () => {
    let asked: object = {};
    withSanitiser((_html, options) => {
      asked = options;
    });
    browserSanitiser(window, ['href'])?.(window.document.createElement('div'), '');
    expect(asked).toMatchObject({
      sanitizer: {
        elements: expect.arrayContaining(['p', { name: 'mi', namespace: 'http://www.w3.org/1998/Math/MathML' }]),
        attributes: ['href', 'id', 'rel', 'referrerpolicy', 'target'],
        comments: false,
        dataAttributes: false,
      },
    });
  });

  it('has the last word', () => {
    withSanitiser(function (this: Element, html) {
      this.innerHTML = html.replaceAll(/<\/?mark>/g, '');
    });
    const sanitise = createSanitiser(window);
    expect(sanitise(untrusted('<p>a <mark>b</mark> <em>c</em></p>'))).toBe('<p>a b <em>c</em></p>');
  });

  it('leaves the blank first line of a listing', () => {
    withSanitiser(function (this: Element, html) {
      this.innerHTML = html;
    });
    const html = '<pre>\n\nfirst</pre>';
    expect(createSanitiser(window)(untrusted(html))).toBe(html);
  });
});
