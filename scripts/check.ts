import { runSteps } from './steps.ts';
import { CHECK } from './test-steps.ts';

process.exitCode = (await runSteps(CHECK)) === undefined ? 0 : 1;
