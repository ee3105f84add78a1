import { defineConfig } from 'vitest/config';

/** Which tests `npm run check:mutation` holds against the mutants of a folder: the nearest, for they run at every one. */
const TESTS = {
  safety: ['lib/safety/**/*.test.ts'],
  store: ['lib/store/**/*.test.ts'],
} as const;

const folder = process.env['MUTATED'] === 'store' ? 'store' : 'safety';

export default defineConfig({
  test: {
    include: [...TESTS[folder]],
    // What makes up markup by chance would take most of the time of a run.
    env: { MARKUP_RUNS: '40' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
