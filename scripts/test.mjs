import { handOver, setUp } from './setup.mjs';

setUp({ browsers: ['chromium', 'firefox'] });
handOver('scripts/run-tests.ts', process.argv.slice(2));
