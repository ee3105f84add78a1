import { isElement, isText, outermostWrapper } from './nodes.ts';
import type { Step } from './steps.ts';

const LANGUAGE = 'data-language';
const LANGUAGE_CLASS =
  /(?:^|\s)(?:language-|lang-|highlight-source-|highlight-text-|brush:\s*|sourceCode\s+)([a-z][\w+#-]*)/i;
// Sphinx and Rouge name the box, not the block; other words after `highlight-` are parts of the box.
const BOX_CLASS = /(?:^|\s)highlight-([a-z][\w+#]*)(?:\s|$)/i;
const NO_LANGUAGE =
  /^(none|plain|plaintext|text|txt|default|nohighlight|source|line|lines|wrapper|container|numbers?)$/i;
const LINE_NUMBERS =
  '.linenos, .lineno, .linenodiv, .gutter, .line-numbers-rows, .line-number, .ln, .hljs-ln-numbers, .rouge-gutter, [data-line-number]:empty';
const CONTROLS = 'button, .copy, .copybtn, [class*="copy-button" i], [class*="clipboard" i], script, style';

/**
 * Makes each code block a plain `<pre data-language="…"><code>` with its newlines, free of line numbers and buttons.
 * The language stands in an attribute because no class of the page survives.
 */
export const CODE_STEPS: readonly Step<Document>[] = [
  {
    id: 'unwrap-numbered-code',
    why: 'Code beside its line numbers is a table of two cells to a reader, and not code.',
    apply(copy) {
      for (const table of copy.body.querySelectorAll('table')) unwrapNumberedTable(table);
    },
  },
  {
    id: 'name-code-language',
    why: 'The language of a code block is named by classes, which do not survive.',
    apply: forEachBlock((pre) => {
      const language = languageOf(pre);
      if (language !== undefined) pre.setAttribute(LANGUAGE, language);
    }),
  },
  {
    id: 'remove-line-numbers',
    why: 'Line numbers and the word "Copy" end up in the code when somebody copies it.',
    apply: forEachBlock((pre) => {
      if (pre.childElementCount === 0) return;
      for (const extra of pre.querySelectorAll(`${LINE_NUMBERS}, ${CONTROLS}`)) extra.remove();
    }),
  },
  {
    id: 'plain-code',
    why: 'Some pages set each line of code as a block of its own, and the newline is only in the style sheet.',
    apply: forEachBlock((pre) => {
      const text = linesOf(pre)
        .replace(/\r\n?/g, '\n')
        .replace(/^\n+|\s+$/g, '');
      const code = pre.ownerDocument.createElement('code');
      code.append(text);
      pre.replaceChildren(code);
    }),
  },
  {
    id: 'remove-code-toolbars',
    why: 'The bar above a code block repeats its language and offers to copy it.',
    apply: forEachBlock((pre) => removeToolbar(pre, pre.getAttribute(LANGUAGE) ?? undefined)),
  },
  {
    id: 'unwrap-code',
    why: 'A code block alone in several boxes is taken for a widget, and lost.',
    apply: forEachBlock((pre) => {
      const wrapper = outermostWrapper(pre);
      if (wrapper !== pre) wrapper.replaceWith(pre);
    }),
  },
];

function forEachBlock(apply: (pre: Element) => void): (copy: Document) => void {
  return (copy) => {
    for (const pre of copy.body.querySelectorAll('pre')) if (pre.isConnected) apply(pre);
  };
}

function languageOf(pre: Element): string | undefined {
  const inner = pre.querySelector('code');
  const boxes = [inner, pre, pre.parentElement, pre.parentElement?.parentElement].filter((box) => box != null);
  for (const box of boxes) {
    const declared = box.getAttribute('data-lang') ?? box.getAttribute(LANGUAGE);
    const className = box.getAttribute('class') ?? '';
    const named = declared ?? LANGUAGE_CLASS.exec(className)?.[1] ?? BOX_CLASS.exec(className)?.[1];
    if (named && /^[a-z][\w+#.-]{0,24}$/i.test(named) && !NO_LANGUAGE.test(named)) return named.toLowerCase();
  }
  return undefined;
}

/** The line above a block that repeats its language, or holds a button for copying. A file name there is content. */
function removeToolbar(pre: Element, language: string | undefined): void {
  for (const bar of [pre.previousElementSibling, pre.nextElementSibling]) {
    if (bar === null || !/^(div|span|button|header|figcaption|p|summary)$/.test(bar.localName)) continue;
    for (const control of bar.querySelectorAll(CONTROLS)) control.remove();
    const label = (bar.textContent ?? '').trim().toLowerCase();
    const isControl = bar.matches(CONTROLS) || label === '' || /^(copy( code)?|kopieren|copier|copiar)$/.test(label);
    if (isControl ? bar.querySelector('img') === null : label === language) bar.remove();
  }
}

function linesOf(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (isText(child)) text += child.data;
    else if (isElement(child)) {
      if (child.localName === 'br') text += '\n';
      else {
        const isLine = /^(div|p|li|tr)$/.test(child.localName) || (isLineSpan(child) && !isFollowedByNewline(child));
        const inner = linesOf(child);
        text += isLine && !inner.endsWith('\n') ? `${inner}\n` : inner;
      }
    }
  }
  return text;
}

function isLineSpan(element: Element): boolean {
  return (
    /(^|\s)(line|code-line|token-line|view-line)(\s|$)/.test(element.getAttribute('class') ?? '') &&
    element.nextElementSibling !== null
  );
}

function isFollowedByNewline(element: Element): boolean {
  const next = element.nextSibling;
  return isText(next) && next.data.startsWith('\n');
}

/** A table of two cells, line numbers and code, is a code block. */
function unwrapNumberedTable(table: Element): void {
  const blocks = [...table.querySelectorAll('pre')].filter((pre) => !/^[\d\s]*$/.test(pre.textContent ?? ''));
  const block = blocks[0];
  if (block === undefined || blocks.length > 1 || table.querySelectorAll('tr').length > 1) return;
  const others = [...table.querySelectorAll('td, th')].filter((cell) => !cell.contains(block));
  if (others.every((cell) => /^[\d\s]*$/.test(cell.textContent ?? ''))) table.replaceWith(block);
}
