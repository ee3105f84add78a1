import { configDefaults, defineConfig } from 'vitest/config';

/** Everything that needs neither a build nor a browser. */
export default defineConfig({
  test: {
    include: ['{lib,components,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'tests/journeys/**', 'tests/manifest.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: '.output/unit-tests.json' },
  },
});
