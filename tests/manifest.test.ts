import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// The reviewed lists. They are written out here, not imported, so that a change must be made twice and seen in review.
const EXTENSION_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; " +
  "connect-src 'self' http: https:; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types dompurify lectern default";

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; " +
  "require-trusted-types-for 'script'; trusted-types dompurify lectern";

const READER_POLICY =
  "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types default";

const ICONS = {
  '16': 'icon/16.png',
  '32': 'icon/32.png',
  '48': 'icon/48.png',
  '96': 'icon/96.png',
  '128': 'icon/128.png',
};

const SHARED = {
  manifest_version: 3,
  name: '__MSG_extensionName__',
  description: '__MSG_extensionDescription__',
  version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  default_locale: 'en',
  icons: ICONS,
  permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus', 'alarms'],
  optional_permissions: ['browsingData'],
  optional_host_permissions: ['*://*/*'],
  action: { default_title: 'Lectern', default_popup: 'popup.html', default_icon: ICONS },
  omnibox: { keyword: 'lec' },
  commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+S' } } },
  content_security_policy: { extension_pages: EXTENSION_POLICY },
};

// No content_scripts, host_permissions, web_accessible_resources or externally_connectable: equality forbids them.
const MANIFESTS = {
  'chrome-mv3': {
    ...SHARED,
    permissions: [...SHARED.permissions, 'offscreen'],
    minimum_chrome_version: '124',
    background: { service_worker: 'background.js' },
  },
  'firefox-mv3': {
    ...SHARED,
    optional_permissions: ['downloads'],
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'lectern@lectern.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

const output = resolve(import.meta.dirname, '../.output');

describe.each(Object.entries(MANIFESTS))('the build %s', (name, manifest) => {
  const build = join(output, name);
  const read = (path: string) => readFile(join(build, path), 'utf8');

  it('has the reviewed manifest, and nothing more', async () => {
    expect(JSON.parse(await read('manifest.json'))).toEqual(manifest);
  });

  it('has the reviewed pages', async () => {
    const pages = (await readdir(build)).filter((file) => file.endsWith('.html'));
    const shown = ['library.html', 'popup.html', 'reader.html', 'recovery.html', 'transfer.html'];
    const beside = name === 'chrome-mv3' ? ['backup.html', 'text-reader.html'] : [];
    expect(pages.toSorted()).toEqual([...shown, ...beside].toSorted());
  });

  it('opens nothing but its own script to the document that reads fetched pages', async () => {
    if (name !== 'chrome-mv3') return;
    const html = (await read('text-reader.html')).replaceAll('&#39;', "'");
    expect(html).toContain(`content="${READER_POLICY}"`);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\bon\w+=|<style/i);
  });

  it.each(['library.html', 'popup.html', 'reader.html', 'recovery.html', 'transfer.html'])(
    'closes the network to %s before anything loads',
    async (page) => {
      const html = (await read(page)).replaceAll('&#39;', "'");
      const policy = html.match(
        /^<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/i,
      );
      expect(policy?.[1]).toBe(PAGE_POLICY);
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\bon\w+=|<style/i);
      const addresses = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]*)"/g)].map(
        ([, address]) => address,
      );
      expect(addresses.length).toBeGreaterThan(0);
      expect(addresses.filter((address) => !/^\/(chunks|assets)\/[\w.-]+$/.test(address ?? ''))).toEqual([]);
    },
  );

  it.each(['library.html', 'popup.html', 'reader.html', 'recovery.html', 'transfer.html'])(
    'loads the styles of all pages first in %s, and no empty script',
    async (page) => {
      const html = await read(page);
      expect(html.match(/<link rel="stylesheet"[^>]*href="\/assets\/([\w-]+?)-/)?.[1]).toBe('base');
      const scripts = [...html.matchAll(/"\/(chunks\/[\w.-]+\.js)"/g)].map(([, path]) => String(path));
      expect(scripts.length).toBeGreaterThan(1);
      const sizes = await Promise.all(scripts.map(async (path) => [path, (await read(path)).length] as const));
      expect(sizes.filter(([, size]) => size < 20)).toEqual([]);
    },
  );

  it('has its capture script compiled in one go', async () => {
    expect(await read('capture.js')).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  });

  it('ships every icon, and no source map', async () => {
    const files = await readdir(build, { recursive: true });
    expect(files).toEqual(expect.arrayContaining(Object.values(ICONS)));
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });
});
