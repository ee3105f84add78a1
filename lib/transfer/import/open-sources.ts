import { type EntryRefusal, openZip } from '../../safety/unzip.ts';
import type { ZipRefusal } from '../../safety/zip-directory.ts';
import type { Rejection } from './found.ts';
import type { SourceFile } from './importer.ts';

/** A file as the browser hands it over, with its path below what was dropped. */
export interface DroppedFile {
  readonly path: string;
  readonly blob: Blob;
}

export interface OpenedSources {
  readonly files: readonly SourceFile[];
  readonly refused: readonly Rejection[];
}

/** A text beyond this is not read: parsing takes several times its size. */
const LARGEST_TEXT = 128 * 1024 * 1024;

/** Opens what was dropped: files as they are, zips as the files in them. A zip within a zip stays closed. */
export async function openSources(dropped: readonly DroppedFile[]): Promise<OpenedSources> {
  const files: SourceFile[] = [];
  const refused: Rejection[] = [];
  const refuse = (file: string, detail: string) =>
    refused.push({ kind: 'rejected', reason: 'unreadable-file', file, detail });
  for (const { path, blob } of dropped) {
    const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
    if (blob.size === 0) refuse(path, 'The file is empty.');
    else if (head[0] === 0x1f && head[1] === 0x8b) refuse(path, 'It is packed with gzip. Unpack it first.');
    else if (!isZip(head)) files.push(plainFile(path, blob));
    else {
      const zip = await openZip(blob);
      if (zip.status === 'refused') {
        refuse(path, ZIP_REFUSALS[zip.why]);
        continue;
      }
      for (const entry of zip.refused) refuse(entry.path, ENTRY_REFUSALS[entry.why]);
      for (const entry of zip.entries) {
        const read = async () => {
          const result = await entry.read();
          return result.status === 'read' ? result : { ...result, why: ENTRY_REFUSALS[result.why] };
        };
        files.push({ path: entry.path.replaceAll('\\', '/'), size: entry.size, isFromZip: true, read });
      }
      if (zip.entries.length + zip.refused.length === 0) refuse(path, 'The zip is empty.');
    }
  }
  return { files, refused };
}

const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  (head.length < 4 || (head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

function plainFile(path: string, blob: Blob): SourceFile {
  const read: SourceFile['read'] = async () => {
    if (blob.size > LARGEST_TEXT) return { status: 'refused', why: 'The file is larger than 128 MB.' };
    return { status: 'read', bytes: new Uint8Array(await blob.arrayBuffer()) };
  };
  return { path, size: blob.size, isFromZip: false, read };
}

const ZIP_REFUSALS: Readonly<Record<ZipRefusal, string>> = {
  damaged: 'The zip is damaged or was not downloaded completely.',
  'too-many-entries': 'The zip holds more than 60,000 files.',
  overlapping: 'The zip is built to unpack into far more than it holds.',
};

const ENTRY_REFUSALS: Readonly<Record<EntryRefusal, string>> = {
  'unsafe-name': 'Its name in the zip is not safe.',
  encrypted: 'It is locked with a password. Unpack the zip first.',
  link: 'It is a link to another file.',
  'unknown-method': 'It is packed in a way that is not known here.',
  'too-large': 'It is too large.',
  'suspicious-ratio': 'It would unpack into far more than it holds.',
  damaged: 'It is damaged.',
};
