import { elementsBeforeText } from '../blocks.ts';
import { fold, textOf } from '../text.ts';
import type { Rule } from './rule.ts';

export const removeRepeatedTitle: Rule = {
  id: 'remove-repeated-title',
  why: 'The reader shows the title above the text; a second one in the text is noise.',
  apply(root, { title, siteName }) {
    const titles = new Set([fold(title), fold(`${title} ${siteName}`)]);
    if (fold(title) === '') return;
    // A long title reads as a sentence, so the first block of the text is looked at too.
    const first = [...root.querySelectorAll('h1, h2, h3, p')][0];
    for (const element of [...elementsBeforeText(root), ...(first === undefined ? [] : [first])]) {
      if (!root.contains(element) || element.closest('figure, pre, table') !== null) continue;
      if (element.querySelector('img, figure') === null && titles.has(fold(textOf(element)))) element.remove();
    }
  },
};
