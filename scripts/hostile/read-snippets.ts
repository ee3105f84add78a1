import { readFile } from 'node:fs/promises';

/** A piece of hostile markup under the name its file gives it. */
export interface Snippet {
  readonly id: string;
  readonly html: string;
}

/** A file of snippets that can't be used; the message says which, why, and what a good one looks like. */
export class BadFile extends Error {}

/** Reads files of the form `[{ "id": "…", "html": "…" }]`, one after the other. @throws BadFile */
export async function readSnippets(paths: readonly string[]): Promise<readonly Snippet[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw new BadFile(`${path} can't be read (${error.code ?? error.message}).`);
      });
      return decodeSnippets(text, path);
    }),
  );
  return lists.flat();
}

/** @throws BadFile if the text is no list of snippets. Other fields than the two are passed over. */
export function decodeSnippets(text: string, path: string): readonly Snippet[] {
  const list = parse(text, path);
  if (!Array.isArray(list)) throw new BadFile(`${path} is no list. ${FORM}`);
  if (list.length === 0) throw new BadFile(`${path} holds no snippet. ${FORM}`);
  return list.map((item: unknown, index) => {
    const { id, html } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
    if (typeof html !== 'string') throw new BadFile(`${path}: item ${index + 1} has no text called "html". ${FORM}`);
    if (typeof id !== 'string' && typeof id !== 'number') {
      throw new BadFile(`${path}: item ${index + 1} has no "id". ${FORM}`);
    }
    return { id: String(id), html };
  });
}

const FORM = 'Expected is a JSON file of the form [{ "id": "a name", "html": "<p>markup</p>" }].';

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadFile(`${path} is no JSON: ${error instanceof Error ? error.message : error}. ${FORM}`);
  }
}
