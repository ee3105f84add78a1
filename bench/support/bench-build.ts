import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformWithOxc } from 'vite';

/** A copy of the Chromium build with pages of the bench in it: same origin, same database, same policy. */
export interface BenchBuild {
  readonly folder: string;
  /** `static.html`: the popup as it stands rendered, and no script. Served from then on. */
  addStaticPage(renderedApp: string): Promise<void>;
  remove(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../..');
const BUILD = join(ROOT, '.output/chrome-mv3');
const ENTRY_SCRIPT = /<script\b[^>]*><\/script>/;
const APP = /<div id="app">[\s\S]*<\/div>(?=\s*<\/body>)/;

/** Copies the build, made first where there is none or a fresh one is asked for. */
export async function makeBenchBuild(isFresh: boolean): Promise<BenchBuild> {
  if (isFresh || !existsSync(join(BUILD, 'manifest.json'))) {
    execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', '-b', 'chrome', '--mv3'], {
      cwd: ROOT,
      stdio: 'inherit',
    });
  }
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  await cp(BUILD, folder, { recursive: true });
  const popup = await readFile(join(folder, 'popup.html'), 'utf8');
  const vanilla = await readFile(join(ROOT, 'bench/vanilla.ts'), 'utf8');
  const addPage = (name: string, html: string) => writeFile(join(folder, name), html);
  await addPage('vanilla.js', (await transformWithOxc(vanilla, 'vanilla.ts')).code);
  await addPage('vanilla.html', replace(popup, ENTRY_SCRIPT, '<script type="module" src="/vanilla.js"></script>'));
  await addPage('blank.html', '<!doctype html><title>Bench</title>');
  return {
    folder,
    addStaticPage: (renderedApp) =>
      addPage('static.html', replace(replace(popup, ENTRY_SCRIPT, ''), APP, `<div id="app">${renderedApp}</div>`)),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** @throws if the page is not as expected, for then the bench would measure something else. */
function replace(html: string, pattern: RegExp, text: string): string {
  if (!pattern.test(html)) throw new Error(`popup.html has no ${pattern}.`);
  return html.replace(pattern, () => text);
}
