import { describe, expect, it } from 'vitest';
import { findChromium, findFirefox, type Machine } from './find-browsers.mjs';

const machine = (platform: string, files: readonly string[], env: Machine['env'] = {}): Machine => ({
  platform,
  env,
  exists: (path) => files.includes(path),
});

describe('finding a browser', () => {
  it('takes Chrome before Chromium, Edge and Brave', () => {
    const all = ['/usr/bin/brave-browser', '/usr/bin/microsoft-edge', '/usr/bin/chromium', '/usr/bin/google-chrome'];
    expect(findChromium(machine('linux', all))).toBe('/usr/bin/google-chrome');
    expect(findChromium(machine('linux', all.slice(0, 3)))).toBe('/usr/bin/chromium');
    expect(findChromium(machine('linux', all.slice(0, 1)))).toBe('/usr/bin/brave-browser');
  });

  it('looks along PATH', () => {
    const odd = machine('linux', ['/opt/x/firefox-esr'], { PATH: '/bin:/opt/x' });
    expect(findFirefox(odd)).toBe('/opt/x/firefox-esr');
  });

  it('knows the places of macOS', () => {
    const edge = '/Users/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findChromium(machine('darwin', [edge], { HOME: '/Users/me' }))).toBe(edge);
    const firefox = '/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(findFirefox(machine('darwin', [firefox]))).toBe(firefox);
  });

  it('knows the places of Windows', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(findChromium(machine('win32', [edge], { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }))).toBe(edge);
  });

  it('takes the path it is told, and no other when that one is wrong', () => {
    const files = ['/usr/bin/chromium', '/opt/mine'];
    expect(findChromium(machine('linux', files, { CHROME_PATH: '/opt/mine' }))).toBe('/opt/mine');
    expect(findChromium(machine('linux', files, { CHROME_PATH: '/opt/gone' }))).toBeUndefined();
  });

  it('finds nothing where there is nothing', () => {
    expect(findChromium(machine('linux', []))).toBeUndefined();
    expect(findFirefox(machine('win32', []))).toBeUndefined();
  });
});
