import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { capturePage } from './capture-page.ts';

const SENTENCE = 'The fan in the hall turns slowly, and nobody who works here listens to it any more, day or night.';
const TEXT = Array.from({ length: 30 }, (_, n) => `<p>${SENTENCE} It is night ${n}.</p>`).join('');

function capture(html: string) {
  const outcome = capturePage(new JSDOM(html, { url: 'https://orbit.example/fans' }).window.document);
  return outcome.status === 'captured' ? outcome.capture.html : outcome.why;
}

describe('a link that was never closed', () => {
  it('is none, and the text after it is kept', () => {
    const html = capture(`<title>Fans</title><a href="https://ads.example/x"><img src="/ad.gif"><h1>Fans</h1>${TEXT}`);
    expect(html).toContain('It is night 29.');
    expect(html).not.toContain('ads.example/x');
  });

  it('is none in a language that says as much in fewer letters', () => {
    const sentences = Array.from(
      { length: 24 },
      (_, n) =>
        `<p>工場の扇風機はゆっくりと回り、ここで働く人はもう誰もその音を聞いていない。これは第${n}夜の話である。</p>`,
    );
    expect(
      capture(
        `<title>扇風機</title><a href="https://ads.example/x"><img src="/ad.gif"><h1>扇風機</h1>${sentences.join('')}`,
      ),
    ).toContain('第23夜');
  });

  it('is not thought of where many links lead to different pages', () => {
    const cards = Array.from({ length: 30 }, (_, n) => `<p><a href="/${n}">${SENTENCE}</a></p>`).join('');
    expect(
      capture(`<title>Fans</title><h1>Fans</h1>${TEXT}<h2>More</h2><p>See <a href="/12">night 12</a>.</p>${cards}`),
    ).toContain('href="https://orbit.example/12"');
  });
});
