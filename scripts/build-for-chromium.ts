import type { Step } from './steps.ts';

/** The build that the tour and the screenshots show. */
export const BUILD_FOR_CHROMIUM: Step = {
  name: 'build for Chromium',
  commands: [['wxt', 'build', '-b', 'chrome', '--mv3']],
};
