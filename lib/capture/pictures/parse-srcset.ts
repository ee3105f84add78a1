/** One candidate of a `srcset`. Without a descriptor both numbers are absent, which means a density of 1. */
export interface SrcsetCandidate {
  readonly url: string;
  /** Pixels, from a `w` descriptor. */
  readonly width?: number;
  /** From an `x` descriptor. */
  readonly density?: number;
}

/**
 * Reads a `srcset` as HTML does (section "parsing a srcset attribute"): an address may hold commas, so a candidate
 * ends at a comma after white space or after a descriptor.
 */
export function parseSrcset(srcset: string): readonly SrcsetCandidate[] {
  const candidates: SrcsetCandidate[] = [];
  let rest = srcset;
  for (;;) {
    rest = rest.replace(/^[\s,]+/, '');
    const url = /^\S+/.exec(rest)?.[0];
    if (url === undefined) return candidates;
    rest = rest.slice(url.length);
    if (url.endsWith(',')) {
      candidates.push({ url: url.replace(/,+$/, '') });
      continue;
    }
    const end = rest.indexOf(',');
    const descriptors = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? '' : rest.slice(end + 1);
    candidates.push({ url, ...readDescriptors(descriptors) });
  }
}

function readDescriptors(text: string): Omit<SrcsetCandidate, 'url'> {
  const width = /(?:^|\s)(\d+)w(?:\s|$)/.exec(text)?.[1];
  if (width !== undefined) return { width: Number(width) };
  const density = /(?:^|\s)(\d*\.?\d+)x(?:\s|$)/.exec(text)?.[1];
  return density === undefined ? {} : { density: Number(density) };
}
