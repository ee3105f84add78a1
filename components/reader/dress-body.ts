/**
 * Gives a text what reading needs and its page did not: headings below the title's level with ids for the contents list,
 * and tables in boxes of their own that scroll. Changes the elements below `root`.
 */
export function dressBody(root: Element): void {
  const { ownerDocument } = root;
  for (const heading of root.querySelectorAll('h1')) rename(heading, 'h2');
  for (const [index, heading] of [...root.querySelectorAll('h2, h3, h4')].entries()) {
    // An id that is there already is the goal of a link in the text.
    if (heading.id === '') heading.id = `heading-${index + 1}`;
  }
  for (const table of root.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const box = ownerDocument.createElement('div');
    box.className = 'scroll-box';
    box.setAttribute('data-name', 'Table');
    table.replaceWith(box);
    box.append(table);
  }
  for (const picture of root.querySelectorAll('img[data-picture]')) {
    if (picture.closest('a')) continue;
    // It opens in the whole window. A button has a name, and a picture may have none.
    picture.setAttribute('tabindex', '0');
    picture.setAttribute('role', 'button');
    if ((picture.getAttribute('alt') ?? '').trim() === '') picture.setAttribute('aria-label', 'Picture');
  }
  for (const code of root.querySelectorAll('pre')) {
    code.classList.add('scroll-box');
    code.setAttribute('data-name', 'Code');
    // Programs read from left to right in every language.
    if (!code.hasAttribute('dir')) code.setAttribute('dir', 'ltr');
  }
  for (const formula of root.querySelectorAll('math[display="block"]')) {
    const box = ownerDocument.createElement('span');
    box.className = 'scroll-box formula';
    box.setAttribute('data-name', 'Formula');
    formula.replaceWith(box);
    box.append(formula);
  }
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of element.attributes) renamed.setAttribute(attribute, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
