import { webAddress } from './addresses.ts';
import { unwrap } from './nodes.ts';

/**
 * Makes every link absolute, but those into the page itself, which become `#fragment` so that they work in the kept
 * copy. A link that leads nowhere (script, data, empty) becomes its text.
 */
export function resolveLinks(root: ParentNode, pageUrl: string, base: string): void {
  const page = withoutFragment(pageUrl);
  for (const link of root.querySelectorAll('a')) {
    const href = link.getAttribute('href')?.trim();
    if (href === undefined) {
      // An anchor without address may be the target of another link.
      if (!link.id && !link.hasAttribute('name')) unwrap(link);
      continue;
    }
    const resolved = href.startsWith('#') ? href : resolve(href, page, base);
    if (resolved === undefined) unwrap(link);
    else link.setAttribute('href', resolved);
  }
}

function resolve(href: string, page: string, base: string): string | undefined {
  if (/^(mailto|tel):/i.test(href)) return href;
  const absolute = webAddress(href, base);
  const hash = absolute?.indexOf('#') ?? -1;
  return absolute !== undefined && hash >= 0 && absolute.slice(0, hash) === page ? absolute.slice(hash) : absolute;
}

function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
