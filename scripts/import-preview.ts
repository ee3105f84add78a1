import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DroppedFile } from '../lib/transfer/import/open-sources.ts';
import { previewOf } from '../lib/transfer/import/preview.ts';
import { readImport } from '../lib/transfer/import/read-import.ts';

// `npm run -s import:preview -- FILE…` prints what an import would bring, as the import page reads it. Folders too.

async function dropOf(path: string, name = basename(path)): Promise<readonly DroppedFile[]> {
  if (!(await stat(path)).isDirectory()) return [{ path: name, blob: await openAsBlob(path) }];
  const inside = await Promise.all(
    (await readdir(path)).sort().map((child) => dropOf(join(path, child), `${name}/${child}`)),
  );
  return inside.flat();
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Which file? npm run -s import:preview -- FILE');
  process.exitCode = 2;
} else {
  const dropped = (await Promise.all(paths.map((path) => dropOf(path)))).flat();
  console.log(JSON.stringify(previewOf(await readImport(dropped)), null, 1));
}
