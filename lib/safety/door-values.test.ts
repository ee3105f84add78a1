import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { untrusted } from '../article/html.ts';
import { readPictureSize, sniffPictureType } from './picture-type.ts';
import { createSanitiser } from './sanitise-html.ts';

const sanitise = createSanitiser(new JSDOM('').window as unknown as Parameters<typeof createSanitiser>[0]);
const OUTWARD = 'rel="noopener noreferrer nofollow" referrerpolicy="no-referrer" target="_blank"';

/** What the door makes of values, to the letter: each of these was a change of the code that no test noticed. */
describe('a link', () => {
  it.each([
    ['<a href=" HTTPS://A.example/x ">w</a>', `<a href="https://a.example/x" ${OUTWARD}>w</a>`],
    ['<a href="http://a.example/x">w</a>', `<a href="http://a.example/x" ${OUTWARD}>w</a>`],
    [
      '<a href=" mailto:a@b.example?body=https://c.example ">w</a>',
      '<a href="mailto:a@b.example?body=https://c.example">w</a>',
    ],
    ['<a href="HTTPS://A.example/x#y">w</a>', `<a href="https://a.example/x#y" ${OUTWARD}>w</a>`],
    ['<a href="javascript:run()#y">w</a>', 'w'],
    ['<a>w</a><a href="">x</a><a href=" # ">y</a>', 'wxy'],
    [
      '<a href="https://a.example/">w</a><p id="ttps://a.example/">x</p>',
      `<a href="https://a.example/" ${OUTWARD}>w</a><p>x</p>`,
    ],
    ['<a href="mailto:a@b.example">w</a><p id="ailto:a@b.example">x</p>', '<a href="mailto:a@b.example">w</a><p>x</p>'],
    ['<a href=" #here ">w</a><p id="here">x</p>', '<a href="#ref-1">w</a><p id="ref-1">x</p>'],
    ['<a href="#%">w</a><p id="%">x</p>', '<a href="#ref-1">w</a><p id="ref-1">x</p>'],
  ])('%s', (html, expected) => {
    expect(normal(sanitise(untrusted(html)))).toBe(normal(expected));
  });
});

describe('a value', () => {
  it.each([
    ['<table><tbody><tr><td colspan=" 2 " rowspan="x">w</td></tr></tbody></table>', 'colspan="2"', 'rowspan'],
    ['<p lang=" en ">w</p>', 'lang="en"', 'lang=" '],
    ['<ol start=" 3 "><li>w</li></ol>', 'start="3"', 'start=" '],
    ['<img src=" https://A.example/a.png " alt=" a ">', 'data-picture="https://a.example/a.png"', 'src='],
    ['<p>w<img alt="none"></p>', '<p>w</p>', 'img'],
  ])('%s', (html, present, absent) => {
    const safe = sanitise(untrusted(html));
    expect(safe).toContain(present);
    expect(safe).not.toContain(absent);
  });
});

describe('the first bytes of a picture', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  it('must say it whole', () => {
    expect(sniffPictureType(bytes('RIFF\0\0\0\0WEBPVP8 '))).toBe('image/webp');
    expect(sniffPictureType(bytes('RIFX\0\0\0\0WEBPVP8 '))).toBeUndefined();
    expect(sniffPictureType(bytes('RIFF\0\0\0\0WAVEfmt '))).toBeUndefined();
    expect(sniffPictureType(bytes('GIF87a'))).toBe('image/gif');
    expect(sniffPictureType(bytes('GIF88a'))).toBeUndefined();
    expect(sniffPictureType(bytes('xGIF89a'))).toBeUndefined();
  });

  it('give no size where one side is nothing', () => {
    const gif = (width: number, height: number) => bytes(`GIF89a${String.fromCharCode(width, 0, height, 0)}`);
    expect(readPictureSize(gif(0, 3), 'image/gif')).toBeUndefined();
    expect(readPictureSize(gif(3, 0), 'image/gif')).toBeUndefined();
    expect(readPictureSize(gif(1, 1), 'image/gif')).toEqual({ width: 1, height: 1 });
  });
});

/** With the attributes of each element in one order. */
function normal(html: string): string {
  const { document } = new JSDOM('').window;
  const box = document.createElement('div');
  box.innerHTML = html;
  const tell = (node: Node): string => {
    if (node.nodeType !== node.ELEMENT_NODE) return node.textContent ?? '';
    const element = node as Element;
    const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    return `<${element.localName} ${attributes.join(' ')}>${[...element.childNodes].map(tell).join('')}</>`;
  };
  return tell(box);
}
