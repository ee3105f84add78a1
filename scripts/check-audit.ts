import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// `npm run check:audit` asks the registry for known weaknesses in what ships. Ends with 0 if there is none, 1 if there are,
// and 2 if the registry gave no answer, which says nothing either way.

interface Audit {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: join(import.meta.dirname, '..'),
  encoding: 'utf8',
  timeout: 60_000,
  shell: process.platform === 'win32',
});
const audit = read(stdout);
const counts = audit.metadata?.vulnerabilities;
if (!counts) {
  const why = audit.error?.summary || audit.message || 'no answer';
  console.error(`Nothing is known: the registry could not be asked (${why}). Try again with a network.`);
  process.exitCode = 2;
} else if ((counts['total'] ?? 0) > 0) {
  for (const [name, { severity, range }] of Object.entries(audit.vulnerabilities ?? {}))
    console.error(`${name} ${range}: ${severity}`);
  process.exitCode = 1;
} else {
  console.log('npm audit: no known weakness in what ships.');
}

function read(text: string): Audit {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
