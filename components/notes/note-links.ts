import type { LinkTarget } from '../../lib/app/link-targets.ts';

/** What a field needs to complete what is typed into a note, and to end it. */
export interface NoteLinks {
  /** Articles and marks for what stands after `[[`. */
  readonly findTargets: (typed: string, limit: number) => Promise<readonly LinkTarget[]>;
  /** Tags in use that begin with what stands after `#`. */
  readonly findTags: (typed: string, limit: number) => Promise<readonly string[]>;
}

/** A piece of a note that is being typed and can be completed: from its sign to the caret. */
export interface OpenPiece {
  readonly kind: 'link' | 'tag';
  /** Where its sign begins. */
  readonly start: number;
  readonly typed: string;
}

/** The link or tag that ends at the caret, if one is open there. */
export function openPieceAt(text: string, caret: number): OpenPiece | undefined {
  const before = text.slice(0, caret);
  const link = /\[\[([^\]|\n]{0,60})$/.exec(before);
  if (link) return { kind: 'link', start: link.index, typed: link[1] ?? '' };
  const tag = /(?<=^|[\s(,;])#(\p{L}[\p{L}\p{N}_-]{0,39})$/u.exec(before);
  return tag ? { kind: 'tag', start: tag.index, typed: tag[1] ?? '' } : undefined;
}
