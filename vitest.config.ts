import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Everything that needs neither a build nor a browser. */
export default defineConfig({
  test: {
    include: ['{lib,components,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'tests/journeys/**', 'tests/manifest.test.ts'],
    // Vitest leaves a core to whoever watches; nobody watches on two cores. Files that wait for each other need longer.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', 'json'],
    outputFile: { json: '.output/unit-tests.json' },
  },
});
