// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { countArticleWords } from './count-article-words.ts';

it('counts words of the text, and code by its lines', () => {
  const root = document.createElement('div');
  root.innerHTML =
    '<p>Two words</p><pre><code>if (room.isQuiet &amp;&amp; door.isShut) { light.off(); }\nrun(x)</code></pre><p>字字字字</p>';
  expect(countArticleWords(root)).toBe(2 + 2 * 5 + 2);
});
