import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Surface {
  readonly name: string;
  /** What loads first; the rest is found by following it. */
  readonly root: string;
  /** The most it may weigh, compressed. Absent where no budget is set. */
  readonly budgetBytes?: number;
}

export interface SurfaceSize {
  readonly surface: Surface;
  /** Relative to the build, in the order of loading. */
  readonly files: readonly string[];
  readonly rawBytes: number;
  /** Each file compressed by itself, as a store or a server would. */
  readonly gzipBytes: number;
  /** Fonts and pictures that the styles name. They load beside the text, not before it. */
  readonly assetBytes: number;
  readonly isOver: boolean;
}

const KB = 1024;

/** Budgets from the first issue of the project: Preact and Dexie alone measured 37 KB. */
export const SURFACES: readonly Surface[] = [
  { name: 'capture', root: 'capture.js', budgetBytes: 90 * KB },
  { name: 'popup', root: 'popup.html', budgetBytes: 50 * KB },
  { name: 'library', root: 'library.html', budgetBytes: 80 * KB },
  { name: 'reader', root: 'reader.html', budgetBytes: 80 * KB },
  { name: 'background', root: 'background.js' },
];

/** Weighs what a surface of a build loads before it can show anything. @throws if a file it names is missing. */
export function measureSurface(build: string, surface: Surface): SurfaceSize {
  const files: string[] = [];
  const assets = new Set<string>();
  const queue = [surface.root];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (files.includes(file)) continue;
    files.push(file);
    const text = readFileSync(join(build, file), 'utf8');
    queue.push(...loadedBy(file, text));
    for (const asset of file.endsWith('.css') ? namedIn(text, CSS_URL, file) : []) {
      if (existsSync(join(build, asset))) assets.add(asset);
    }
  }
  const contents = files.map((file) => readFileSync(join(build, file)));
  const gzipBytes = sum(contents.map((content) => gzipSync(content).byteLength));
  return {
    surface,
    files,
    rawBytes: sum(contents.map((content) => content.byteLength)),
    gzipBytes,
    assetBytes: sum([...assets].map((asset) => readFileSync(join(build, asset)).byteLength)),
    isOver: surface.budgetBytes !== undefined && gzipBytes > surface.budgetBytes,
  };
}

// Vite writes plain quoted paths. `import(` is left out on purpose: what is loaded later does not delay the first view.
const STATIC_IMPORT = /\b(?:import|from)\s*["'`]([^"'`]+\.js)["'`]/g;
const HTML_SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"/g;
const HTML_STYLE = /<link\b(?=[^>]*\brel="(?:stylesheet|modulepreload)")[^>]*\bhref="([^"]+)"/g;
const CSS_URL = /url\(["']?([^"')]+)["']?\)/g;
const CSS_IMPORT = /@import\s*(?:url\()?["']?([^"')]+\.css)/g;

function loadedBy(file: string, text: string): readonly string[] {
  if (file.endsWith('.html')) return [...namedIn(text, HTML_STYLE, file), ...namedIn(text, HTML_SCRIPT, file)];
  return namedIn(text, file.endsWith('.css') ? CSS_IMPORT : STATIC_IMPORT, file);
}

function namedIn(text: string, pattern: RegExp, file: string): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, path]) => {
    if (path === undefined || /^[a-z]+:/.test(path)) return [];
    return [path.startsWith('/') ? path.slice(1) : posix.normalize(posix.join(posixFolder(file), path))];
  });
}

const posixFolder = (file: string): string => dirname(file).replaceAll('\\', '/');

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
