import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from './find-browsers.mjs';

// Runs on a bare clone with the reader's own Node: no package may be imported here.

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, 'node_modules', '.lectern-lockfile');

/** The Node 24 that comes as a package: it runs TypeScript files as they are. */
export const node24 = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** Installs the packages the lockfile names, unless they stand there already, and sees to the browsers asked for. Exits with a remedy if it can't. */
export function setUp({ browsers }) {
  installPackages();
  const missing = browsers.filter((name) => !BROWSERS[name].find());
  if (missing.length > 0) installBrowsers(missing);
}

/** Runs a script with Node 24, and ends this process with its exit code. */
export function handOver(script, args) {
  const run = spawnSync(node24, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exit(run.status ?? 1);
}

const BROWSERS = {
  chromium: {
    variable: 'CHROME_PATH',
    find: findChromium,
    debianPackage: 'chromium',
    remedy: 'No Chrome, Chromium, Edge or Brave found. Install one, or set CHROME_PATH to its executable.',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    find: findFirefox,
    debianPackage: 'firefox-esr',
    remedy: 'No Firefox found. Install it, or set FIREFOX_PATH to its executable.',
  },
};

function installPackages() {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(node24) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockfile) return;
  console.log('Installing packages (npm ci) …');
  // A registry that fails once usually answers the second time. npm warns about packages that ask for a newer Node than
  // the reader's; they run on Node 24, so its warnings are kept quiet.
  if (!npmCi() && !npmCi()) {
    fail('npm ci failed twice. Look at its message above; without a network, packages can not be installed.');
  }
  writeFileSync(stampFile, lockfile);
}

function npmCi() {
  const run = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return run.status === 0;
}

function installBrowsers(missing) {
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  const wrongPath = missing.some((name) => process.env[BROWSERS[name].variable]);
  if (isDebianRoot && !wrongPath) {
    const packages = missing.map((name) => BROWSERS[name].debianPackage);
    console.log(`Installing ${packages.join(' and ')} with apt-get …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (args) => spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
    apt(['update']);
    apt(['install', '-y', '--no-install-recommends', ...packages]);
  }
  const stillMissing = missing.filter((name) => !BROWSERS[name].find());
  if (stillMissing.length > 0) fail(stillMissing.map((name) => remedyFor(BROWSERS[name])).join('\n'));
}

function remedyFor({ variable, remedy }) {
  const path = process.env[variable];
  return path ? `${variable} is ${path}, and there is no such file. Correct it, or unset it.` : remedy;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
