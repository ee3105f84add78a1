import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// `npm run check:reproducible` clones the last commit twice, into folders of different names, installs and builds in both, and
// compares every file of both builds.

const root = resolve(import.meta.dirname, '..');
const run = (cwd: string, command: string, ...args: string[]): void => {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
};

const folder = await mkdtemp(join(tmpdir(), 'lectern-reproducible-'));
try {
  const [one, other] = ['one', 'another-with-a-longer-name'].map((name) => {
    const clone = join(folder, name);
    run(root, 'git', 'clone', '--quiet', '--no-hardlinks', root, clone);
    run(clone, 'npm', 'ci', '--no-audit', '--no-fund', '--prefer-offline', '--silent');
    run(clone, 'npm', 'run', '--silent', 'build');
    return hashesIn(join(clone, '.output'));
  });
  const names = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
  const different = [...names].filter((name) => one?.get(name) !== other?.get(name));
  for (const name of different) console.error(`${name} differs`);
  console.log(`${names.size} files in two builds of two clones, ${different.length} differ.`);
  if (different.length > 0 || names.size === 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function hashesIn(output: string): ReadonlyMap<string, string> {
  const names = readdirSync(output, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(output, name)).isFile());
  const hashOf = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(output, name)))
      .digest('hex');
  return new Map(files.map((name) => [name, hashOf(name)]));
}
