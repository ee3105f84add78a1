/** Attributes that HTML 5 dropped, or that mean nothing in a book. */
const DROPPED = [
  'align',
  'valign',
  'border',
  'cellpadding',
  'cellspacing',
  'bgcolor',
  'hspace',
  'vspace',
  'clear',
  'compact',
  'noshade',
  'nowrap',
  'frame',
  'rules',
  'summary',
  'axis',
  'char',
  'charoff',
  'width',
  'height',
  'srcset',
  'sizes',
  'loading',
  'target',
  'rel',
  'scope',
  'abbr',
  'start',
  'data-picture',
];

/** Elements whose place in the content model epubcheck insists on. */
const BLOCKS =
  'p, div, ul, ol, dl, table, pre, blockquote, figure, section, article, aside, header, footer, h1, h2, h3, h4, h5, h6, hr, details';

/** Makes a sanitised text fit the schema of EPUB, by its rules and not by its look. Changes the fragment. */
export function fitXhtml(content: DocumentFragment): void {
  const ids = new Map<string, string>();
  for (const element of content.querySelectorAll('*')) {
    for (const name of DROPPED) {
      const isKept =
        name === 'start' && element.localName === 'ol' && /^-?\d+$/.test(String(element.getAttribute('start')));
      if (!isKept) element.removeAttribute(name);
    }
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('data-') || name.startsWith('aria-') || name === 'role') element.removeAttribute(name);
      else if ((name === 'colspan' || name === 'rowspan') && !/^[1-9]\d{0,2}$/.test(value))
        element.removeAttribute(name);
      else if (name === 'lang' && !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value)) element.removeAttribute(name);
      else if (
        name === 'datetime' &&
        !/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.test(value)
      )
        element.removeAttribute(name);
    }
    fitId(element, ids);
  }
  for (const anchor of content.querySelectorAll('a[href]')) fitLink(anchor, ids);
  for (const nested of content.querySelectorAll('a a')) unwrap(nested);
  // Blocks within words: the outer one gives way.
  for (const inline of [
    ...content.querySelectorAll(
      'p, span, em, strong, b, i, u, s, small, sub, sup, code, mark, q, cite, abbr, h1, h2, h3, h4, h5, h6, dfn, kbd, samp, var, del, ins, bdi, bdo, time',
    ),
  ].reverse()) {
    if (inline.querySelector(BLOCKS)) unwrap(inline, inline.localName === 'p' ? 'div' : undefined);
  }
  for (const pre of content.querySelectorAll('pre')) for (const block of pre.querySelectorAll(BLOCKS)) unwrap(block);
  fitLists(content);
  fitTables(content);
  for (const figure of content.querySelectorAll('figure')) fitFigure(figure);
  for (const element of [...content.querySelectorAll('details, summary, figcaption, legend, caption')])
    if (!isInPlace(element)) unwrap(element, 'div');
}

function fitId(element: Element, ids: Map<string, string>): void {
  const former = element.getAttribute('id');
  if (former === null) return;
  if (ids.has(former) || former === '') {
    element.removeAttribute('id');
    return;
  }
  // Our own, so that it is a name in XML and none of the page's: `n1` and `r1` are the endnotes'.
  const id = `x${ids.size + 1}`;
  ids.set(former, id);
  element.setAttribute('id', id);
}

function fitLink(anchor: Element, ids: ReadonlyMap<string, string>): void {
  const href = String(anchor.getAttribute('href'));
  if (href.startsWith('#')) {
    const target = ids.get(href.slice(1)) ?? ids.get(safeDecode(href.slice(1)));
    if (target === undefined) anchor.removeAttribute('href');
    else anchor.setAttribute('href', `#${target}`);
    return;
  }
  if (!URL.canParse(href)) anchor.removeAttribute('href');
  else anchor.setAttribute('href', new URL(href).href.replace(/[[\]|^`{}\\]/g, encodeURIComponent));
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign.
    return text;
  }
}

function unwrap(element: Element, name?: string): void {
  if (name === undefined) {
    element.replaceWith(...element.childNodes);
    return;
  }
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  const id = element.getAttribute('id');
  if (id !== null) other.setAttribute('id', id);
  element.replaceWith(other);
}

/** Lists hold items alone; an item stands in a list alone; definitions come in pairs. */
function fitLists(content: DocumentFragment): void {
  for (const list of content.querySelectorAll('ul, ol')) {
    for (const child of [...list.childNodes]) {
      if (child.nodeType === child.ELEMENT_NODE && (child as Element).localName === 'li') continue;
      if (String(child.textContent).trim() === '' && child.nodeType !== child.ELEMENT_NODE) child.remove();
      else wrapIn(child, 'li');
    }
    if (list.children.length === 0) list.remove();
  }
  for (const item of content.querySelectorAll('li'))
    if (!/^(?:ul|ol)$/.test(item.parentElement?.localName ?? '')) unwrap(item, 'div');
  for (const list of content.querySelectorAll('dl')) {
    const names = [...list.children].map(({ localName }) => localName);
    const isPaired =
      names.length > 0 &&
      names.every((name) => name === 'dt' || name === 'dd') &&
      names[0] === 'dt' &&
      names.at(-1) === 'dd';
    const hasWords = [...list.childNodes].some(
      (node) => node.nodeType === node.TEXT_NODE && String(node.nodeValue).trim() !== '',
    );
    if (!isPaired || hasWords) {
      for (const part of list.querySelectorAll(':scope > dt, :scope > dd')) unwrap(part, 'div');
      unwrap(list, 'div');
    }
  }
  for (const part of content.querySelectorAll('dt, dd'))
    if (part.parentElement?.localName !== 'dl') unwrap(part, 'div');
}

function wrapIn(node: Node, name: string): void {
  const box = (node.ownerDocument as Document).createElement(name);
  (node as ChildNode).replaceWith(box);
  box.append(node);
}

function fitTables(content: DocumentFragment): void {
  for (const table of content.querySelectorAll('table')) {
    if (table.querySelector('td, th') === null) {
      unwrap(table, 'div');
      continue;
    }
    // Rows first: a section may hold nothing but empty ones.
    for (const kind of ['tr', 'tbody, thead, tfoot']) {
      for (const part of table.querySelectorAll(kind)) if (part.children.length === 0) part.remove();
    }
    fitSections(table);
    for (const column of table.querySelectorAll('colgroup, col')) column.remove();
    for (const caption of [...table.querySelectorAll(':scope > caption')].slice(1)) caption.remove();
    const first = table.querySelector(':scope > caption');
    if (first && table.firstElementChild !== first) table.prepend(first);
  }
}

/** Rows stand in bodies, and one head before them: what is beside that order becomes a body. */
function fitSections(table: Element): void {
  for (const row of table.querySelectorAll(':scope > tr')) wrapIn(row, 'tbody');
  const sections = [...table.querySelectorAll(':scope > thead, :scope > tbody, :scope > tfoot')];
  for (const [index, section] of sections.entries()) {
    if (section.localName === 'tfoot' || (section.localName === 'thead' && index > 0)) unwrap(section, 'tbody');
  }
}

function fitFigure(figure: Element): void {
  const captions = [...figure.querySelectorAll('figcaption')];
  for (const caption of captions.slice(1)) unwrap(caption, 'div');
  const [caption] = captions;
  if (caption && caption.parentElement !== figure) figure.append(caption);
  else if (caption && figure.firstElementChild !== caption && figure.lastElementChild !== caption)
    figure.append(caption);
}

function isInPlace(element: Element): boolean {
  const parent = element.parentElement?.localName;
  if (element.localName === 'summary') return false;
  if (element.localName === 'details') return false;
  if (element.localName === 'figcaption') return parent === 'figure';
  return element.localName === 'caption' ? parent === 'table' : parent === 'fieldset';
}
