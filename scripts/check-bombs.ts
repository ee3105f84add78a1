import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

// `npm run check:bombs -- FOLDER` reads every file in a folder as an import would, each in a process of its own, and prints what it
// says, how long it took and the most memory it had. Fails where one takes more than 5 s or 256 MB, or says nothing.

const MOST_MS = 5000;
const MOST_MB = 256;

const folder = resolve(process.argv[2] ?? '.');
const AT_EXIT = `process.on('exit', () => process.stderr.write('\\u0000' + process.resourceUsage().maxRSS))`;
const hook = `data:text/javascript,${encodeURIComponent(AT_EXIT)}`;
const reader = join(import.meta.dirname, 'import-preview.ts');

interface Preview {
  readonly items: readonly unknown[];
  readonly rejected: readonly { readonly reason: string; readonly detail?: string }[];
}

let areGood = true;
for (const name of readdirSync(folder).filter((file) => file !== 'MANIFEST.json')) {
  const start = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', hook, reader, join(folder, name)], {
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  const milliseconds = Math.round(performance.now() - start);
  const megabytes = Math.round(Number(stderr.split('\0').at(-1)) / 1024);
  const { items, rejected } = read(stdout);
  const [first] = rejected;
  const says = first ? (first.detail ?? first.reason) : 'nothing is rejected';
  const isGood = milliseconds < MOST_MS && megabytes < MOST_MB && items.length + rejected.length > 0;
  if (!isGood) areGood = false;
  console.log(
    `${isGood ? 'ok    ' : 'failed'} ${name}: ${milliseconds} ms, ${megabytes} MB, ${items.length} items, ${rejected.length} rejected: ${says}`,
  );
}
if (!areGood) process.exitCode = 1;

function read(text: string): Preview {
  try {
    return JSON.parse(text) as Preview;
  } catch {
    return { items: [], rejected: [] };
  }
}
