// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';
import { paragraphsOf, splitBlocks } from './split-blocks.ts';

/** The markup that is left when the blocks with one of the words are chosen. */
function assembled(html: string, ...words: readonly string[]): string | undefined {
  const { body } = document.implementation.createHTMLDocument('');
  body.innerHTML = html;
  const blocks = paragraphsOf(splitBlocks(body));
  return assemble(body, blocks, (index) => words.some((word) => blocks[index]?.text.includes(word)))?.innerHTML;
}

const FIGURE = '<figure><img src="a.jpg"><figcaption>A rack</figcaption></figure>';

describe('assemble', () => {
  it('keeps what was chosen and the boxes around it', () => {
    const html = '<nav>Menu</nav><main><p>Fans turn.</p><p>Subscribe!</p><ul><li>Fans hum.</li></ul></main>';
    expect(assembled(html, 'Fans')).toBe('<p>Fans turn.</p><ul><li>Fans hum.</li></ul>');
  });
  it('keeps a picture and its caption where they stand among what was chosen', () => {
    expect(assembled(`<p>Fans turn.</p>${FIGURE}<p>Fans hum.</p>`, 'Fans')).toContain(FIGURE);
  });
  it('keeps the pictures of a gallery that counts them', () => {
    const slide = (at: number): string => `<div><span>Image ${at} of 2</span><img src="${at}.jpg"></div>`;
    const html = assembled(`<p>Fans turn.</p><div>${slide(1)}${slide(2)}</div><p>Fans hum.</p>`, 'Fans');
    expect(html).toContain('1.jpg');
    expect(html).toContain('2.jpg');
    expect(html).not.toContain('Image');
  });
  it('keeps a picture whose credit stands beside its caption', () => {
    const credit = '<figure><img src="a.jpg"><figcaption>A rack</figcaption><div>(Credit: Orbit)</div></figure>';
    expect(assembled(`<p>Fans turn.</p>${credit}<p>Fans hum.</p>`, 'Fans')).toContain(FIGURE);
  });
  it('drops the picture of a card that was not chosen', () => {
    const card = `<div><img src="b.jpg"><h3>Other news</h3></div>`;
    expect(assembled(`<p>Fans turn.</p>${card}<p>Fans hum.</p>`, 'Fans')).not.toContain('b.jpg');
  });
  it('drops a picture beside the text that stands outside it', () => {
    expect(assembled('<aside><img src="c.jpg"></aside><p>Fans turn.</p>', 'Fans')).not.toContain('c.jpg');
  });
  it('gives nothing where nothing was chosen', () => {
    expect(assembled('<p>Menu</p>', 'Fans')).toBeUndefined();
  });
});
