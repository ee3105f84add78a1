import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Plain JavaScript with nothing installed: scripts/setup.mjs runs it on whatever Node the reader has.

const CHROMIUM = {
  variable: 'CHROME_PATH',
  commands: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
    'brave',
  ],
  macApps: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'],
  windowsFiles: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  ],
};

const FIREFOX = {
  variable: 'FIREFOX_PATH',
  commands: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
  macApps: ['Firefox', 'Firefox Developer Edition'],
  windowsFiles: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

const THIS_MACHINE = { env: process.env, platform: process.platform, exists: existsSync };

/** The executable of a browser of Chromium's family, or undefined: `CHROME_PATH` first, then Chrome, Chromium, Edge, Brave. */
export function findChromium(machine = THIS_MACHINE) {
  return findBrowser(CHROMIUM, machine);
}

/** The executable of Firefox, or undefined: `FIREFOX_PATH` first, then the usual places. */
export function findFirefox(machine = THIS_MACHINE) {
  return findBrowser(FIREFOX, machine);
}

function findBrowser(family, { env, platform, exists }) {
  const named = env[family.variable];
  // A path that was asked for and is wrong must not silently give another browser.
  if (named) return exists(named) ? named : undefined;
  return placesOf(family, env, platform).find((place) => exists(place));
}

function placesOf(family, env, platform) {
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    return family.macApps.flatMap((app) =>
      roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app.startsWith('Firefox') ? 'firefox' : app}`),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return family.windowsFiles.flatMap((file) => roots.map((root) => `${root}\\${file}`));
  }
  const folders = [...new Set([...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'])];
  return family.commands.flatMap((command) => folders.filter(Boolean).map((folder) => join(folder, command)));
}
