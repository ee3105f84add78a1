import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { SEGMENT_STEP } from './place-segments.ts';

const PAGE = `<main><p>One.</p><!--$?--><template id="B:0"></template><p>Loading <!--$--><b>it</b><!--/$--></p><!--/$--><p>Four.</p></main>
<div hidden id="S:0"><p>Two.</p><template id="P:1"></template></div><script>$RC("B:0","S:0")</script>
<div hidden id="S:1"><p>Three.</p></div><script>$RS("S:1","P:1")</script>`;

function placed(html: string): string {
  const { document } = new JSDOM(html).window;
  SEGMENT_STEP.apply(document);
  for (const script of document.querySelectorAll('script')) script.remove();
  return document.body.innerHTML.replace(/\s+/g, ' ').trim();
}

describe('pieces that a page sends one after another', () => {
  it('go where the script would have put them, in the place of what said that they load', () => {
    expect(placed(PAGE)).toBe('<main><p>One.</p><!--$?--><p>Two.</p><p>Three.</p><!--/$--><p>Four.</p></main>');
  });
  it('stay where they are on a page that was put together', () => {
    const html = '<main><p>One.</p><!--$--><p>Two.</p><!--/$--></main>';
    expect(placed(html)).toBe(html);
  });
  it('are left alone where the place they name is none', () => {
    const html = '<p id="B:0">One.</p><template id="xB:0"></template><div hidden="" id="S:0"><p>Two.</p></div>';
    expect(placed(`${html}<script>$RC("B:0","S:0");$RC("B:9","S:9")</script>`)).toBe(html);
  });
});
