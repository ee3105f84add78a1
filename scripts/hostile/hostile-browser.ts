import type { Findings } from './examine-text.ts';

/** A browser with the built extension, in which one snippet after the other is kept and read. */
export interface HostileBrowser {
  readonly name: string;
  /** Opens the page and has it saved as a click does. Gives the article's id, or why nothing was kept. */
  save(path: string): Promise<{ readonly articleId: string } | { readonly why: string }>;
  /** Opens the article in the reader, examines it, and tells all that was seen meanwhile. @throws Error if it does not show. */
  examine(articleId: string): Promise<Findings>;
  /** Plants harm into the article that is shown, and examines that. */
  examinePlanted(): Promise<Findings>;
  close(): Promise<void>;
}

export const HOST = 'trap.example';

/** Longest wait for a page, a save or an article, in milliseconds. */
export const LONGEST_WAIT = 20_000;

/** @throws Error after `LONGEST_WAIT`. */
export async function inTime<Value>(what: string, work: Promise<Value>, wait = LONGEST_WAIT): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${wait} ms`)), wait);
  });
  // Whatever it comes to later is of no interest any more.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function savedIdOf(answer: unknown): { readonly articleId: string } | { readonly why: string } {
  const { articleId, status, why, sentence } = (answer ?? {}) as Record<string, unknown>;
  if (typeof articleId === 'string') return { articleId };
  return { why: `${status ?? 'no answer'} ${why ?? JSON.stringify(sentence ?? '')}`.trim() };
}
