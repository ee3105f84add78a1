import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

// npm run check:mutation -- safety | store [file ...]
// Changes one operator, condition or block of the code at a time and tells which changes no test notices. Stryker comes by
// `npx` and not with `npm ci`: 200 packages for what is run by hand. The next run goes on from what the last one found.

const VERSION = '10.1.1';
/** Where a mistake costs most; the whole of the store takes hours. */
const STORE = [
  'notes',
  'highlights',
  'drafts',
  'erase-articles',
  'undo-import',
  'join-articles',
  'canary',
  'other-versions',
];

const [folder = 'safety', ...files] = process.argv.slice(2);
if (folder !== 'safety' && folder !== 'store') throw new Error('Name a folder: safety or store.');
const chosen = files.length > 0 ? files : STORE.map((name) => `lib/store/${name}.ts`);
const mutate = folder === 'safety' && files.length === 0 ? ['lib/safety/*.ts', '!lib/safety/*.test.ts'] : chosen;

const output = resolve('.output/mutation');
const report = join(output, `${folder}.json`);
await mkdir(output, { recursive: true });
const config = {
  testRunner: 'vitest',
  vitest: { related: false, configFile: 'vitest.mutation.config.ts' },
  mutate,
  // What is made once when a module is loaded would run all tests for each change; lists have their own tests.
  ignoreStatic: true,
  concurrency: 2,
  coverageAnalysis: 'perTest',
  // Stryker rewrites this file by the API of TypeScript, which version 7 has no more; Vitest needs none.
  tsconfigFile: 'none',
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 15,
  incremental: true,
  incrementalFile: join(output, `${folder}-known.json`),
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: report },
  ignorePatterns: ['.output', 'public'],
  tempDirName: join(output, 'sandbox'),
};
const path = join(output, 'stryker.json');
await writeFile(path, JSON.stringify(config, null, 2));

const packages = ['core', 'vitest-runner'].flatMap((name) => ['-p', `@stryker-mutator/${name}@${VERSION}`]);
const env = { ...process.env, MUTATED: folder };
const { status } = spawnSync('npx', ['--yes', ...packages, 'stryker', 'run', path], { stdio: 'inherit', env });
if (status !== 0) process.exit(status ?? 1);

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}
const { files: told } = JSON.parse(await readFile(report, 'utf8')) as Report;
const statuses = Object.values(told).flatMap(({ mutants }) => mutants.map(({ status: one }) => one));
const count = (...of: readonly string[]): number => statuses.filter((one) => of.includes(one)).length;
const noticed = count('Killed', 'Timeout');
const all = noticed + count('Survived', 'NoCoverage');
console.log(`${noticed} of ${all} mutants noticed: ${((noticed / all) * 100).toFixed(1)} %`);
