import { describe, expect, it } from 'vitest';
import { tools } from '../../../tests/support/export-tools.ts';
import type { SafeHtml } from '../../article/html.ts';
import type { ExportHighlight } from '../../transfer/export/export-article.ts';
import { paintHighlights } from './paint-highlights.ts';

const aMark = (quote: string, parts: Partial<ExportHighlight> = {}): ExportHighlight => ({
  id: quote,
  quote,
  colour: 'amber',
  note: '',
  createdAt: 1,
  ...parts,
});

function painted(html: string, ...marks: readonly ExportHighlight[]): string {
  const content = tools.parse(html as SafeHtml);
  paintHighlights(content, marks);
  return tools.toHtml(content);
}

describe('highlights of a text on its way out', () => {
  it('are painted where they stand, across elements', () => {
    expect(painted('<p>The <em>quiet</em> room is here.</p>', aMark('quiet room', { colour: 'green' }))).toBe(
      '<p>The <em><mark class="mark-green">quiet</mark></em><mark class="mark-green"> room</mark> is here.</p>',
    );
  });

  it('are told apart by what stands around them', () => {
    const html = '<p>one lamp, and another lamp.</p>';
    expect(painted(html, aMark('lamp', { prefix: 'another ', suffix: '.' }))).toBe(
      '<p>one lamp, and another <mark class="mark-amber">lamp</mark>.</p>',
    );
  });

  it('show the later one where two overlap, and lose no word', () => {
    const html = '<p>one two three four</p>';
    const result = painted(html, aMark('one two three'), aMark('two three four', { colour: 'blue' }));
    expect(result).toBe(
      '<p><mark class="mark-amber">one </mark><mark class="mark-blue">two three</mark><mark class="mark-blue"> four</mark></p>',
    );
  });

  it('put nothing between the cells of a table, nor into a formula', () => {
    const html =
      '<table><tbody>\n<tr>\n<td>a b</td>\n<td>c d</td>\n</tr>\n</tbody></table><p>x <math><mi>y</mi></math> z</p>';
    const result = painted(html, aMark('a b\nc d'), aMark('x y z'));
    const content = tools.parse(result as SafeHtml);
    expect([...content.querySelectorAll('mark')].map(({ parentElement }) => parentElement?.localName)).toEqual([
      'td',
      'td',
      'p',
      'p',
    ]);
    expect(content.textContent).toBe(tools.parse(html as SafeHtml).textContent);
  });

  it('leave a text alone in which they are not found', () => {
    const html = '<p>Other words altogether.</p>';
    expect(painted(html, aMark('the lighthouse keeper'), aMark(''))).toBe(html);
  });
});
