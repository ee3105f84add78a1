import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type * as InPage from './in-page.ts';

type Probe = typeof InPage;

/** Bundles `in-page.ts`. The text is to be evaluated in a page of the extension. */
export async function bundleProbe(): Promise<string> {
  const lib = { entry: join(import.meta.dirname, 'in-page.ts'), formats: ['iife' as const], name: 'lecternProbe' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: false, lib } });
  const [output] = Array.isArray(built) ? built : [];
  if (output === undefined) throw new Error('Vite gave no bundle.');
  return `${output.output[0].code};globalThis.lecternProbe = lecternProbe;`;
}

/** Calls a function of the probe in a page that it was put into. */
export function ask<Name extends keyof Probe>(
  page: Page,
  name: Name,
  ...given: Parameters<Probe[Name]>
): ReturnType<Probe[Name]> {
  const call = `lecternProbe.${name}(...${JSON.stringify(given)})`;
  return page.evaluate(call) as ReturnType<Probe[Name]>;
}
