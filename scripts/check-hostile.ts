import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchHostileChromium } from './hostile/hostile-chromium.ts';
import { launchHostileFirefox } from './hostile/hostile-firefox.ts';
import { startHostileSite } from './hostile/hostile-site.ts';
import { mutationsOf } from './hostile/mutate.ts';
import { BadFile, readSnippets, type Snippet } from './hostile/read-snippets.ts';
import { runSnippets, type Tally } from './hostile/run-snippets.ts';
import { tryDoor } from './hostile/try-door.ts';

// `npm run check:hostile -- FILE.json…` keeps each snippet `{id, html}` through the built extension, opens it in the reader, and
// tells what it did there, in Chromium and Firefox. The counts come last; it ends well only if all of them are zero.
// Before that all of them pass the sanitiser alone, and with `--mutations 100000 --seed 7` that many changes of them too.
// `--only chromium`, `firefox` or `door` leaves the rest out.

const BROWSERS = [
  { name: 'chromium', folder: 'chrome-mv3', launch: launchHostileChromium },
  { name: 'firefox', folder: 'firefox-mv3', launch: launchHostileFirefox },
] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    mutations: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});

async function main(): Promise<number> {
  if (positionals.length === 0) throw new BadFile('Say which files: npm run check:hostile -- FILE.json…');
  const snippets = await readSnippets(positionals);
  const mutations = wholeNumber('--mutations', values.mutations);
  const seed = wholeNumber('--seed', values.seed);
  const isWanted = (name: string): boolean => values.only === undefined || values.only === name;
  const chosen = BROWSERS.filter(({ name }) => isWanted(name));
  const output = join(import.meta.dirname, '../.output');
  const missing = BROWSERS.find(({ folder }) => !existsSync(join(output, folder, 'manifest.json')));
  if (missing) throw new BadFile('There is no build to check: npm run build makes it.');
  // A copy, so that a build made meanwhile changes nothing under a running browser.
  const builds = await mkdtemp(join(tmpdir(), 'lectern-hostile-'));
  try {
    await Promise.all(
      BROWSERS.map(({ folder }) => cp(join(output, folder), join(builds, folder), { recursive: true })),
    );
    const ofDoor: Tally[] = [];
    if (isWanted('door')) {
      const site = await startHostileSite();
      const through = (name: string, tried: Iterable<Snippet>) =>
        tryDoor(name, join(builds, BROWSERS[0].folder), site, tried, (line) => console.log(line));
      ofDoor.push(await through('The sanitiser alone', snippets));
      if (mutations > 0) {
        const changed = mutationsOf(snippets, mutations, seed);
        ofDoor.push(await through(`The sanitiser alone, ${mutations} mutations of seed ${seed}`, changed));
      }
      site.close();
    }
    const tallies = await Promise.all(
      chosen.map(async ({ folder, launch }) => {
        const site = await startHostileSite();
        const open = () => launch(site.port, join(builds, folder));
        return runSnippets(open, site, snippets, (line) => console.log(line)).finally(() => site.close());
      }),
    );
    return report([...ofDoor, ...tallies]);
  } finally {
    await rm(builds, { recursive: true, force: true, maxRetries: 5 });
  }
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new BadFile(`${option} takes a whole number, not "${text}".`);
  return Number(text);
}

function report(tallies: readonly Tally[]): number {
  for (const { name, examined, notKept, failed } of tallies) {
    console.log(`${name}: ${examined} examined, ${notKept} with nothing to keep, ${failed} could not be examined`);
  }
  const sum = (kind: 'ran' | 'requests' | 'escapes' | 'failed') => tallies.reduce((all, tally) => all + tally[kind], 0);
  console.log(`ran: ${sum('ran')}`);
  console.log(`requests: ${sum('requests')}`);
  console.log(`escapes: ${sum('escapes')}`);
  return sum('ran') + sum('requests') + sum('escapes') + sum('failed');
}

try {
  process.exitCode = (await main()) === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof BadFile ? error.message : error);
  process.exitCode = 2;
}
