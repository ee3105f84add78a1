import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeLockfile, findMissingPackages, type Lockfile } from './lockfile.ts';

// Run after `npm install` where scripts/lockfile.test.ts says that packages are missing.

const path = join(import.meta.dirname, '../package-lock.json');
const lockfile = JSON.parse(await readFile(path, 'utf8')) as Lockfile;
console.log(`${findMissingPackages(lockfile).length} packages of other platforms added.`);
await writeFile(path, `${JSON.stringify(completeLockfile(lockfile), null, 2)}\n`);
