/**
 * Gives every link its final form. A link within the text (`href="#…"`) is tied to its target by an id of our own,
 * `ref-1`, `ref-2`… in the order of the targets; ids of the page never survive, since they could stand for properties
 * of the window. Links that lead nowhere are unwrapped. Changes the elements below `root`.
 */
export function dressLinks(root: Element): void {
  const targets = findTargets(root);
  const links = [...root.querySelectorAll('a')].map((link) => ({
    link,
    href: link.getAttribute('href') ?? '',
    target: targetOf(link, targets),
  }));
  const linked = new Set(links.map(({ target }) => target));
  const newIds = new Map<Element, string>();
  for (const element of root.querySelectorAll('*')) {
    element.removeAttribute('id');
    element.removeAttribute('name');
    if (linked.has(element)) {
      newIds.set(element, `ref-${newIds.size + 1}`);
      element.setAttribute('id', `ref-${newIds.size}`);
    }
  }
  for (const { link, href, target } of links) {
    const newId = target && newIds.get(target);
    if (newId !== undefined) link.setAttribute('href', `#${newId}`);
    else if (/^https?:/.test(href)) dressOutwardLink(link);
    else if (!href.startsWith('mailto:')) {
      link.removeAttribute('href');
      if (!newIds.has(link)) link.replaceWith(...link.childNodes);
    }
  }
}

/** The first element of an id wins, as in a browser; `a[name]` is how old pages wrote the same. */
function findTargets(root: Element): ReadonlyMap<string, Element> {
  const targets = new Map<string, Element>();
  for (const element of root.querySelectorAll('[id], a[name]')) {
    for (const id of [element.getAttribute('id'), element.getAttribute('name')]) {
      if (id && !targets.has(id)) targets.set(id, element);
    }
  }
  return targets;
}

function targetOf(link: Element, targets: ReadonlyMap<string, Element>): Element | undefined {
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#')) return undefined;
  const id = href.slice(1);
  return targets.get(id) ?? targets.get(decodeFragment(id));
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A lone percent sign is a legal id: then the fragment stands for itself.
    return fragment;
  }
}

function dressOutwardLink(link: Element): void {
  link.setAttribute('rel', 'noopener noreferrer nofollow');
  link.setAttribute('referrerpolicy', 'no-referrer');
  link.setAttribute('target', '_blank');
}
