import { resolve } from 'node:path';
import { startSite } from '../tests/site/server.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { BUILD_FOR_CHROMIUM } from './build-for-chromium.ts';
import { openCamera } from './screenshots/camera.ts';
import { fillLibrary } from './screenshots/fill-library.ts';
import { pictureLibrary, picturePopup, pictureReader } from './screenshots/pictures.ts';
import { runSteps } from './steps.ts';

// `npm run screenshots`: keeps demo articles as a reader would, and takes the pictures of docs/screenshots.

if ((await runSteps([[BUILD_FOR_CHROMIUM]])) !== undefined) process.exit(1);
const site = await startSite();
const chromium = await launchChromium({ sitePort: site.port, size: { width: 1500, height: 1150 } });
try {
  const camera = openCamera(resolve(import.meta.dirname, '../docs/screenshots'));
  await fillLibrary(chromium, site);
  const reader = await picturePopup(chromium, site, camera);
  await pictureReader(camera, reader);
  await pictureLibrary(chromium, camera);
} finally {
  await chromium.close();
  await site.close();
}
