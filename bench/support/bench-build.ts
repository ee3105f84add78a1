import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformWithOxc } from 'vite';

/**
 * A copy of the Chromium build with pages of the bench in it: same origin, same database, same policy. Its button opens
 * `clicked.html`, the popup with one small script before its own that notes when it says "Saved".
 */
export interface BenchBuild {
  readonly folder: string;
  /** `static.html`: the popup as it stands rendered, and no script. Served from then on. */
  addStaticPage(renderedApp: string): Promise<void>;
  remove(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../..');
const BUILD = join(ROOT, '.output/chrome-mv3');
const ENTRY_SCRIPT = /<script\b[^>]*><\/script>/;
/** The floor must not fetch what only the popup needs. */
const PRELOADS = /<link rel="modulepreload"[^>]*>\s*/g;
const APP = /<div id="app">[\s\S]*<\/div>(?=\s*<\/body>)/;

/**
 * Copies the build, made first where there is none or a fresh one is asked for.
 *
 * @param kept where the copy stays. An extension is known by its folder: only in the same one does it find its data again.
 */
export async function makeBenchBuild(isFresh: boolean, kept?: string): Promise<BenchBuild> {
  if (isFresh || !existsSync(join(BUILD, 'manifest.json'))) {
    execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', '-b', 'chrome', '--mv3'], {
      cwd: ROOT,
      stdio: 'inherit',
    });
  }
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'lectern-bench-')));
  await cp(BUILD, folder, { recursive: true });
  const popup = await readFile(join(folder, 'popup.html'), 'utf8');
  const bare = popup.replace(PRELOADS, '');
  const addPage = (name: string, html: string) => writeFile(join(folder, name), html);
  await addPage('vanilla.js', await readScript('vanilla.ts'));
  await addPage('vanilla.html', replace(bare, ENTRY_SCRIPT, '<script type="module" src="/vanilla.js"></script>'));
  await addPage('note-saved.js', await readScript('note-saved.ts'));
  await addPage(
    'clicked.html',
    replace(popup, ENTRY_SCRIPT, (script) => `<script type="module" src="/note-saved.js"></script>${script}`),
  );
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8');
  await addPage('manifest.json', replace(manifest, /"popup\.html"/, '"clicked.html"'));
  await addPage('blank.html', '<!doctype html><title>Bench</title>');
  return {
    folder,
    addStaticPage: (renderedApp) =>
      addPage('static.html', replace(replace(bare, ENTRY_SCRIPT, ''), APP, `<div id="app">${renderedApp}</div>`)),
    remove: async () => {
      if (kept === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A script of the bench as a browser takes it: without its types. */
async function readScript(name: string): Promise<string> {
  return (await transformWithOxc(await readFile(join(ROOT, 'bench', name), 'utf8'), name)).code;
}

/** @throws if the page is not as expected, for then the bench would measure something else. */
function replace(text: string, pattern: RegExp, by: string | ((found: string) => string)): string {
  if (!pattern.test(text)) throw new Error(`The build has no ${pattern} where the bench needs it.`);
  return text.replace(pattern, typeof by === 'string' ? () => by : by);
}
