import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILD = join(ROOT, '.output/chrome-mv3');

/** A copy of the Chromium build that may run its capture script on any page. */
export interface ExtractBuild {
  readonly folder: string;
  remove(): Promise<void>;
}

/** The product's own capture script, as it is built. Gives a `CaptureOutcome`. */
export const CAPTURE_FILE = 'capture.js';
/** The floor: a copy of the page, and Readability on it. Gives nothing. */
export const READABILITY_FILE = 'readability-alone.js';
/** Does nothing. Run first, so that nobody pays for the world that an extension's scripts have in a page. */
export const EMPTY_FILE = 'empty.js';
/** The same source as the capture script, with the forest that was given to the page. Gives a `Taken`. */
export const FOLD_FILE = 'take-page.js';
/** The same with each step left out in turn. Gives an `Ablation`. */
export const ABLATION_FILE = 'ablate-page.js';
/** Where the page's own world of the extension keeps what was given to it. */
export const GIVEN = 'lecternGiven';

export async function makeExtractBuild(): Promise<ExtractBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-extract-'));
  await cp(BUILD, folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const permissions = [...manifest.permissions, 'tabs'];
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({ ...manifest, permissions, host_permissions: ['*://*/*'], optional_host_permissions: [] }),
  );
  await writeFile(join(folder, 'blank.html'), '<!doctype html><title>Bench</title>');
  const readability = await readFile(join(ROOT, 'node_modules/@mozilla/readability/Readability.js'), 'utf8');
  await writeFile(join(folder, READABILITY_FILE), `(() => {${readability}\n${FLOOR}})()`);
  await writeFile(join(folder, EMPTY_FILE), '');
  const code = await bundle();
  for (const [file, name] of [
    [FOLD_FILE, 'takePage'],
    [ABLATION_FILE, 'ablatePage'],
  ] as const)
    await writeFile(join(folder, file), `(() => { ${code}; return lectern.${name}(globalThis.${GIVEN}); })()`);
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

async function bundle(): Promise<string> {
  const lib = { entry: join(import.meta.dirname, 'ablate-page.ts'), formats: ['iife' as const], name: 'lectern' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: false, lib } });
  const [output] = Array.isArray(built) ? built : [];
  if (output === undefined) throw new Error('Vite gave no bundle.');
  return output.output[0].code;
}

// The copy lies in a document without a window, as in the product, or it would load pictures.
const FLOOR = `
const copy = document.implementation.createHTMLDocument('');
copy.documentElement.replaceWith(copy.importNode(document.documentElement, true));
new Readability(copy).parse();`;
