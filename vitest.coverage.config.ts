import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Where a branch that nobody tried may cost a note or let a page in. Each holds its share by itself. */
const HELD = ['lib/store', 'lib/safety', 'lib/messages', 'lib/transfer'] as const;

/** `npm run check:coverage`. The use cases of `lib/app` are among the tests: they are how the store is called. */
export default defineConfig({
  test: {
    ...base.test,
    include: ['lib/{store,safety,messages,transfer,app}/**/*.test.ts'],
    reporters: ['default'],
    coverage: {
      enabled: true,
      include: HELD.map((folder) => `${folder}/**`),
      reporter: ['text'],
      reportsDirectory: '.output/coverage',
      thresholds: Object.fromEntries(HELD.map((folder) => [`${folder}/**`, { branches: 97 }])),
    },
  },
});
