import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { dressPictures } from './dress-pictures.ts';

describe('dressPictures', () => {
  it('leaves no address by itself that a browser would fetch', () => {
    const { document } = new JSDOM('<p><img src="https://pictures.example/a.png" alt="A"></p><img src="a.png">').window;
    dressPictures(document.body);
    expect(document.body.innerHTML).toBe('<p><img alt="A" data-picture="https://pictures.example/a.png"></p>');
  });
});
