import { BUILD_FOR_CHROMIUM } from './build-for-chromium.ts';
import { runSteps } from './steps.ts';
import { hasDisplay } from './tour/has-display.ts';
import { playTour } from './tour/play-tour.ts';
import { readTourOptions } from './tour/read-options.ts';
import { showTour } from './tour/show-tour.ts';

// `npm start`: builds Lectern and shows its main job in a browser; `-- --headless` plays it without one, `-- URL` on another page.

const options = readTourOptions(process.argv.slice(2));
if (options.status === 'wrong') {
  console.error(options.sentence);
  process.exit(2);
}
if ((await runSteps([[BUILD_FOR_CHROMIUM]])) !== undefined) process.exit(1);
try {
  if (options.isHeadless || !hasDisplay(process)) await playTour(options.url);
  else await showTour(options.url);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
