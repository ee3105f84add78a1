import { readColumns } from './csv.ts';
import { decodeText } from './decode-text.ts';
import type { Rejection } from './found.ts';
import type { Companions, Content, Importer, SourceFile } from './importer.ts';
import { IMPORTERS } from './index.ts';
import { createMerger, findSoftDuplicates, type MergedItem } from './merge.ts';
import { type DroppedFile, openSources } from './open-sources.ts';
import { parseJson } from './parse-json.ts';

/** All that a drop holds, read and judged. Nothing of it is written anywhere. */
export interface ReadImport {
  /** As in `pocket-zip`; several are joined by `+`. */
  readonly format: string;
  /** The services, as a reader knows them. */
  readonly names: readonly string[];
  /** What the formats can't carry. */
  readonly lacks: readonly string[];
  readonly items: readonly MergedItem[];
  readonly rejected: readonly Rejection[];
  readonly softDuplicates: readonly (readonly [string, string])[];
}

/** Reads whatever was dropped. Never throws on content: what can't be read is told in `rejected`. */
export async function readImport(dropped: readonly DroppedFile[], pause?: () => Promise<void>): Promise<ReadImport> {
  const { files, refused } = await openSources(dropped);
  const rejected: Rejection[] = [...refused];
  const merger = createMerger();
  const groups = await recogniseAll(files, rejected);
  let count = 0;
  for (const [importer, { contents, companions }] of groups) {
    for await (const found of importer.read(contents, companions)) {
      if (found.kind === 'item') merger.add(found);
      else rejected.push(found);
      if (++count % 500 === 0) await pause?.();
    }
  }
  const items = merger.items();
  const importers = [...groups.keys()];
  return {
    format: [...new Set([...groups.values()].map(({ format }) => format))].join('+') || 'unknown',
    names: [...new Set(importers.map(({ name }) => name))],
    lacks: [...new Set(importers.flatMap(({ lacks }) => (lacks === undefined ? [] : [lacks])))],
    items,
    rejected,
    softDuplicates: findSoftDuplicates(items),
  };
}

interface Group {
  readonly contents: Content[];
  readonly companions: Companions;
  readonly format: string;
}

/** Tables and documents first: they say which service a drop is from, and with that what the other files are. */
const isMain = ({ path }: SourceFile): boolean => /\.(?:csv|json|jsonl|rdf)$/i.test(path);

async function recogniseAll(
  files: readonly SourceFile[],
  rejected: Rejection[],
): Promise<ReadonlyMap<Importer, Group>> {
  const groups = new Map<Importer, Group>();
  const isCompanion = (path: string) => [...groups.keys()].some(({ companions }) => companions?.test(path));
  const unknown: (readonly [path: string, Rejection])[] = [];
  const ordered = [...files.filter(isMain), ...files.filter((file) => !isMain(file))];
  for (const file of ordered) {
    if (isCompanion(file.path)) continue;
    const content = await readContent(file);
    if ('kind' in content) {
      rejected.push(content);
      continue;
    }
    const [importer, format] = recognise(content);
    if (!importer) {
      const detail = whyUnknown(content);
      unknown.push([file.path, { kind: 'rejected', reason: 'unknown-format', file: file.path, detail }]);
      continue;
    }
    const group = groups.get(importer);
    if (group) group.contents.push(content);
    else groups.set(importer, { contents: [content], companions: companionsOf(files, importer), format });
  }
  // One may come before the file that it belongs to.
  for (const [path, rejection] of unknown) if (!isCompanion(path)) rejected.push(rejection);
  return groups;
}

async function readContent(file: SourceFile): Promise<Content | Rejection> {
  const { path, isFromZip } = file;
  const read = await file.read();
  if (read.status === 'refused') return { kind: 'rejected', reason: 'unreadable-file', file: path, detail: read.why };
  const text = decodeText(read.bytes);
  if (text.trim() === '')
    return { kind: 'rejected', reason: 'unreadable-file', file: path, detail: 'The file is empty.' };
  const json = /^\ufeff?\s*[[{]/.test(text) ? parseJson(text.replace(/^\ufeff/, '')) : undefined;
  const columns = json === undefined ? readColumns(text) : undefined;
  return { path, isFromZip, text, ...(json !== undefined && { json }), ...(columns && { columns }) };
}

function recognise(content: Content): readonly [Importer, string] | readonly [undefined, undefined] {
  for (const importer of IMPORTERS) {
    const format = importer.recognise(content);
    if (format !== undefined) return [importer, format];
  }
  return [undefined, undefined];
}

function companionsOf(files: readonly SourceFile[], { companions }: Importer): Companions {
  const mine = files.filter(({ path }) => companions?.test(path));
  const byPath = new Map(mine.map((file) => [`/${file.path}`, file]));
  return {
    paths: mine.map(({ path }) => path),
    textOf: async (pathEnd) => {
      const file = byPath.get(pathEnd) ?? mine.find(({ path }) => `/${path}`.endsWith(pathEnd));
      const read = await file?.read();
      return read?.status === 'read' ? decodeText(read.bytes) : undefined;
    },
  };
}

function whyUnknown({ text, json, path, isFromZip }: Content): string {
  const start = text.slice(0, 2048);
  if (/\.zip$/i.test(path)) {
    return isFromZip
      ? 'It is a zip inside of a zip. Unpack the outer one and drop this by itself.'
      : 'It is no zip that can be read. Your library was not changed; download the file once more, or unpack it and drop what is in it.';
  }
  if (/<opml\b/i.test(start)) return 'It is a list of feeds (OPML), not of articles.';
  if (/<(?:rss|feed)\b/i.test(start)) return 'It is a feed. Lectern reads lists of saved articles.';
  if (/\.json$/i.test(path) && json === undefined) return 'It is not valid JSON: perhaps it was cut off.';
  if (start.includes('\0') || /\ufffd{3}/.test(start)) return 'It is not a text file.';
  return 'Lectern does not know this kind of file.';
}
