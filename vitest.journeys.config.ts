import { defineConfig } from 'vitest/config';

/** Everything that needs the builds in `.output`: the reviewed manifests, and the journeys in real browsers. */
export default defineConfig({
  test: {
    include: ['tests/manifest.test.ts', 'tests/journeys/**/*.test.ts'],
    // Two browsers side by side on two cores make each other's waits run out.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: '.output/journeys.json' },
  },
});
