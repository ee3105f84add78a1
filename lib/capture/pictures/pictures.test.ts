// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { chooseCandidate } from './choose-candidate.ts';
import { parseSrcset } from './parse-srcset.ts';
import { PICTURE_STEPS } from './prepare-pictures.ts';

const BASE = 'https://orbit.example/notes/one';

function prepared(html: string, currentSrc?: string): string {
  const copy = document.implementation.createHTMLDocument('');
  copy.body.innerHTML = html;
  const image = copy.querySelector('img');
  const livePictures =
    image === null || currentSrc === undefined
      ? new Map()
      : new Map([[image, { currentSrc, naturalWidth: 900, naturalHeight: 600 }]]);
  for (const { apply } of PICTURE_STEPS)
    apply({ snapshot: { copy, livePictures, parser: new DOMParser() }, base: BASE });
  return copy.body.innerHTML;
}

describe('parseSrcset', () => {
  it('reads widths and densities', () => {
    expect(parseSrcset('a.jpg 400w, b.jpg 1.5x,c.jpg')).toEqual([
      { url: 'a.jpg', width: 400 },
      { url: 'b.jpg', density: 1.5 },
      { url: 'c.jpg' },
    ]);
  });
  it('keeps commas inside an address', () => {
    expect(parseSrcset('/w_400,h_300/a.jpg 400w, /w_800,h_600/a.jpg 800w')).toEqual([
      { url: '/w_400,h_300/a.jpg', width: 400 },
      { url: '/w_800,h_600/a.jpg', width: 800 },
    ]);
  });
});

describe('chooseCandidate', () => {
  it('takes the widest up to 1600 pixels', () => {
    const candidates = parseSrcset('a 400w, b 1600w, c 2400w');
    expect(chooseCandidate(candidates, undefined)?.url).toBe('b');
  });
  it('takes the narrowest if all are wider', () => {
    expect(chooseCandidate(parseSrcset('a 3200w, b 2400w'), undefined)?.url).toBe('b');
  });
  it('multiplies densities by the known width', () => {
    const candidates = parseSrcset('a 1x, b 2x, c 3x');
    expect(chooseCandidate(candidates, 700)?.url).toBe('b');
    expect(chooseCandidate(candidates, 1000)?.url).toBe('a');
    expect(chooseCandidate(candidates, undefined)?.url).toBe('b');
  });
});

describe('PICTURE_STEPS', () => {
  it('takes the address of a lazy picture from its attribute', () => {
    expect(prepared('<p><img src="data:image/gif;base64,R0" data-src="/p/lazy.jpg" alt="A rack" class="x"></p>')).toBe(
      '<p><img src="https://orbit.example/p/lazy.jpg" alt="A rack"></p>',
    );
  });
  it('takes the picture of a noscript in place of its placeholder', () => {
    expect(
      prepared('<figure><img src="/blank.gif"><noscript><img src="/p/real.jpg" alt="A rack"></noscript></figure>'),
    ).toBe('<figure><img src="https://orbit.example/p/real.jpg" alt="A rack"></figure>');
  });
  it('does not show a picture twice when its noscript repeats it', () => {
    const html = prepared('<p><img data-src="/p/a.jpg" alt="a"><noscript><img src="/p/a.jpg" alt="a"></noscript></p>');
    expect(html).toBe('<p><img src="https://orbit.example/p/a.jpg" alt="a"></p>');
  });
  it('chooses among all sources of a picture element', () => {
    const html = prepared(
      `<p><picture><source type="image/svg+xml" srcset="v.svg"><source media="(prefers-color-scheme: dark)" srcset="dark.webp 1500w">
      <source type="image/webp" srcset="a-800.webp 800w, a-1500.webp 1500w"><img src="a-400.jpg" alt="a" width="800" height="600"></picture></p>`,
    );
    expect(html).toBe('<p><img src="https://orbit.example/notes/a-1500.webp" alt="a" width="800" height="600"></p>');
  });
  it('falls back to what the browser shows', () => {
    expect(prepared('<p><img alt="a"></p>', 'https://cdn.example/shown.jpg')).toBe(
      '<p><img src="https://cdn.example/shown.jpg" alt="a" width="900" height="600"></p>',
    );
  });
  it('drops pixels, icons, vector pictures and pictures without an address', () => {
    expect(
      prepared(
        '<p>Text <img src="/t.gif" width="1" height="1"><img src="/i.png" width="16" height="16"><img src="/v.svg"><img src="data:image/png;base64,AA"></p>',
      ),
    ).toBe('<p>Text </p>');
  });
  it('keeps an emoji that is drawn as a picture', () => {
    expect(prepared('<p>Fine <img src="/e.png" width="20" height="20" alt="🎉"></p>')).toBe('<p>Fine 🎉</p>');
  });
});
