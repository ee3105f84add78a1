import { join } from 'node:path';
import { compareWarnings, lintExtension } from './firefox-warnings.ts';
import reviewed from './reviewed-warnings.json' with { type: 'json' };

const findings = await lintExtension(join(import.meta.dirname, '../.output/firefox-mv3'));
const problems = compareWarnings(findings, reviewed);
for (const problem of problems) console.error(problem);
console.log(
  `addons-linter: ${findings.length} findings, ${reviewed.length} kinds reviewed, ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
