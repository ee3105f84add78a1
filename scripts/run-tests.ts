import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { countTests, writeCounts } from './count-tests.ts';
import { runSteps } from './steps.ts';
import { EVERYTHING } from './test-steps.ts';

const output = join(import.meta.dirname, '../.output');
const reports = ['unit-tests.json', 'journeys.json'].map((name) => join(output, name));
for (const report of reports) await rm(report, { force: true });

const failedStep = await runSteps(EVERYTHING);
const counts = await countTests(reports);
process.exitCode = failedStep === undefined && counts.failed === 0 ? 0 : 1;
console.log(writeCounts(counts, failedStep));
