import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { CONTROL_STEPS } from './remove-controls.ts';

function without(html: string): string {
  const { document } = new JSDOM(`<body><main>${html}<p>What the hall keeps is older than the town.</p></main>`).window;
  for (const { apply } of CONTROL_STEPS) apply(document);
  return document.querySelector('main')?.innerHTML ?? '';
}

describe('controls', () => {
  it('leave the words of a heading that opens its text', () => {
    expect(without('<h3><button aria-expanded="false">What does it keep?</button></h3>')).toContain(
      '<h3>What does it keep?</h3>',
    );
    expect(without('<div role="button"><i></i><h3>What does it keep?</h3></div>')).toContain(
      '<div><i></i><h3>What does it keep?</h3></div>',
    );
  });
  it('do not become headings: a bar beside one goes', () => {
    const html = without('<h2>The hall</h2><div><button>Like</button> 12 <button>Share</button></div>');
    expect(html).toMatch(/^<h2>The hall<\/h2><p>/);
  });
});
