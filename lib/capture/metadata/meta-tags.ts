/** The first value of the first of the names that has one. */
export type ReadMeta = (...names: readonly string[]) => string | undefined;

export interface MetaTags {
  readonly first: ReadMeta;
  /** Every value of the first of the names that has any: some tags, such as `citation_author`, repeat. */
  readonly all: (...names: readonly string[]) => readonly string[];
}

/** Reads `<meta>` by name, property, itemprop or http-equiv, without regard to case. */
export function readMetaTags(doc: Document): MetaTags {
  const values = new Map<string, string[]>();
  for (const meta of doc.querySelectorAll('meta[content]')) {
    const content = (meta.getAttribute('content') ?? '').replace(/\s+/g, ' ').trim();
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        if (name === '') continue;
        const known = values.get(name);
        if (known === undefined) values.set(name, [content]);
        else known.push(content);
      }
    }
  }
  const all = (...names: readonly string[]): readonly string[] => {
    for (const name of names) {
      const found = values.get(name);
      if (found !== undefined) return found;
    }
    return [];
  };
  return { all, first: (...names) => all(...names)[0] };
}
