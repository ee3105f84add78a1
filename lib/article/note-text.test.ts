import { describe, expect, it } from 'vitest';
import { linksIn, tagsIn, writeLink } from './note-text.ts';

describe('tagsIn', () => {
  it('finds tags once each, in any script', () => {
    expect(tagsIn('#dependency and #größe, (#日本) #dependency')).toEqual(['dependency', 'größe', '日本']);
  });

  it('takes no headings, numbers, anchors or code for tags', () => {
    expect(tagsIn('# Title\n#1 a#b `#code` page.html#part\n```\n#include\n```')).toEqual([]);
  });
});

describe('links', () => {
  it('reads what it writes, whatever the title holds', () => {
    const text = `Compare ${writeLink({ label: 'A [big] | title', target: 'article/12-ab' })}.`;
    expect(linksIn(text)).toEqual([{ label: 'A big title', target: 'article/12-ab' }]);
  });

  it('takes nothing else for a link', () => {
    expect(linksIn('[[Title]] [[a|other/1]] `[[a|mark/1]]`')).toEqual([]);
  });
});
