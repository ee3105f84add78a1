import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { capturePage } from './capture-page.ts';
import { freeProperties } from './free-properties.ts';

const words =
  'The harbour town had measured its tides for a hundred years before anyone asked what the rows were for. ';

describe('names that stand for properties', () => {
  it('are cut, and all others stay', () => {
    const { document } = new JSDOM(
      '<form id="firstChild"><input name="parentNode"><input name="attributes"><input id="nodeName"><input name="q" id="title-field"></form>' +
        '<img name="documentElement" id="figure-1"><p id="parentNode"></p>',
    ).window;
    freeProperties(document.body, document.implementation.createHTMLDocument(''));
    expect(document.querySelector('body')?.innerHTML).toBe(
      '<form><input><input><input><input name="q" id="title-field"></form><img id="figure-1"><p id="parentNode"></p>',
    );
  });

  it('do not keep a page from being read', () => {
    const trap =
      '<form><input name="parentNode"><input name="parentElement"><input name="attributes"><img src="/x"></form>';
    const html = `<title>Tides</title><article><h1>Tides</h1><p>${words.repeat(4)}</p>${trap}<p>${words.repeat(5)}</p></article>`;
    const outcome = capturePage(new JSDOM(html, { url: 'https://page.example/tides' }).window.document);
    expect(outcome).toMatchObject({ status: 'captured', capture: { title: 'Tides' } });
  });
});
