import type { Step } from './steps.ts';

const lint: Step = { name: 'lint and layers', commands: [['biome', 'check', '--error-on-warnings', '.']] };
const types: Step = {
  name: 'types',
  commands: [
    ['tsc', '-p', 'tsconfig.json'],
    ['tsc', '-p', 'tsconfig.tools.json'],
  ],
};
const deadCode: Step = { name: 'dead code', commands: [['knip']] };
const unitTests: Step = { name: 'unit tests', commands: [['vitest', 'run']] };
const builds: Step = {
  name: 'builds for Chromium and Firefox',
  // Not side by side: both write WXT's own `.wxt` folder.
  commands: [
    ['wxt', 'build', '-b', 'chrome', '--mv3'],
    ['wxt', 'build', '-b', 'firefox', '--mv3'],
  ],
};
const storeLinter: Step = { name: "linter of Firefox's store", commands: [['node', 'scripts/lint-firefox.ts']] };
const sizes: Step = { name: 'size budgets', commands: [['node', 'scripts/size.ts', '--check']] };
const journeys: Step = {
  name: 'manifests, and journeys in Chromium and Firefox',
  commands: [['vitest', 'run', '--config', 'vitest.journeys.config.ts']],
};

/** The fast half: no build, no browser. */
export const CHECK: readonly (readonly Step[])[] = [[lint, types, deadCode], [unitTests]];

/** Everything that CI runs. */
export const EVERYTHING: readonly (readonly Step[])[] = [...CHECK, [builds], [storeLinter, sizes], [journeys]];
