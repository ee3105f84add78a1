import { defineConfig } from 'vitest/config';

/** Everything that needs the builds in `.output`: the reviewed manifests, and the journeys in real browsers. */
export default defineConfig({
  test: {
    include: ['tests/manifest.test.ts', 'tests/journeys/**/*.test.ts'],
    // A journey mostly waits for its browser, so two side by side use two cores; and so each may wait longer for what it polls.
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', 'json'],
    outputFile: { json: '.output/journeys.json' },
  },
});
