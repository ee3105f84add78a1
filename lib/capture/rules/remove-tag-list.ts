import { countWords } from '../../article/reading-time.ts';
import { boxName, elementsAfterText, elementsBeforeText, hasPicture, holdsContentBox } from '../blocks.ts';
import { textOf } from '../text.ts';
import type { Rule } from './rule.ts';

const WORDS_PER_TAG = 4;
const LABEL =
  /^(tags?|tagged( with)?|topics?|filed under|categories|category|posted in|keywords|schlagwörter|schlagworte|themen|mots[- ]clés|sujets|thèmes|etiquetas|temas|archivado en|argomenti|标签|タグ)?\s*[::]?$/i;
const NAMED = /(^|[\s_-])(tags?|tag-?list|topics?|categor(y|ies)|keywords)([\s_-]|$)/i;
const TAG_ADDRESS =
  /\/(tags?|topics?|category|categories|thema|themen|schlagwort|etiquetas?|temas?|sujets?|mots-cles)\//i;

export const removeTagList: Rule = {
  id: 'remove-tag-list',
  why: 'Tags lead to other pages of the site; after the text they read as a list of stray words.',
  apply(root) {
    for (const box of [...elementsBeforeText(root), ...elementsAfterText(root)]) {
      if (root.contains(box) && box.matches('div, section, p, ul, ol, nav, header, a') && isTagList(box)) box.remove();
    }
  },
};

function isTagList(box: Element): boolean {
  const links = box.localName === 'a' ? [box] : [...box.querySelectorAll('a[href]')];
  if (box.localName === 'a' && (box.closest('p, li, h1, h2, h3, h4') !== null || !box.hasAttribute('href')))
    return false;
  if (links.length === 0 || hasPicture(box) || holdsContentBox(box)) return false;
  if (
    links.some((link) => countWords(textOf(link)) > WORDS_PER_TAG || (link.getAttribute('href') ?? '').startsWith('#'))
  )
    return false;
  const copy = box.ownerDocument.createElement('div');
  copy.append(box.cloneNode(true));
  for (const link of copy.querySelectorAll('a[href]')) link.remove();
  const label = textOf(copy).replace(/[\s,·|•/#]+$/, '');
  if (!LABEL.test(label)) return false;
  const isMarked = (link: Element): boolean =>
    /(^|\s)tag(\s|$)/.test(link.getAttribute('rel') ?? '') || TAG_ADDRESS.test(link.getAttribute('href') ?? '');
  return label !== '' || NAMED.test(boxName(box).replace(/([a-z])([A-Z])/g, '$1-$2')) || links.every(isMarked);
}
