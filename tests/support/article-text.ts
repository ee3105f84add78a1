const BLOCK =
  /^(address|article|aside|blockquote|body|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|caption|tbody|thead|tfoot|tr|ul)$/;
const SILENT = /^(script|style|noscript|template|head|title|svg|iframe|object)$/;

/**
 * The text of an article as its blocks, in the form of `tests/site/expected/*.txt`: a blank line between blocks, white
 * space collapsed but in code, a table row as one block with its cells joined by " | ". The card that stands for a
 * player is no text of the page and is left out.
 */
export function articleText(root: Element): string {
  const blocks: string[] = [];
  let current = '';
  const close = (): void => {
    const text = current.replace(/[^\S\n]*\n[^\S\n]*/g, '\n').trim();
    if (text !== '') blocks.push(text);
    current = '';
  };
  const visit = (element: Element): void => {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) current += (node.nodeValue ?? '').replace(/\s+/g, ' ');
      else if (node.nodeType === 1) visitElement(node as Element);
    }
    current = current.replace(/ {2,}/g, ' ');
  };
  const visitElement = (element: Element): void => {
    const name = element.localName;
    if (SILENT.test(name) || isCard(element)) return;
    if (name === 'br') current += '\n';
    else if (name === 'pre') {
      close();
      blocks.push((element.textContent ?? '').replace(/^\n+|\s+$/g, ''));
    } else if (name === 'tr') {
      close();
      blocks.push(
        [...element.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()).join(' | '),
      );
    } else if (BLOCK.test(name)) {
      close();
      visit(element);
      close();
    } else visit(element);
  };
  visit(root);
  close();
  return blocks.filter((block) => block !== '').join('\n\n');
}

function isCard(element: Element): boolean {
  const link = element.firstElementChild;
  return (
    element.localName === 'p' &&
    link?.localName === 'a' &&
    element.childNodes.length === 1 &&
    /^(Video|Audio): /.test(element.textContent ?? '')
  );
}
