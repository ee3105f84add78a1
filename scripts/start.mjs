import { handOver, setUp } from './setup.mjs';

setUp({ browsers: ['chromium'] });
handOver('scripts/tour.ts', process.argv.slice(2));
