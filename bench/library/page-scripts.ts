import { cp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const PAGES = ['product', 'found', 'floor', 'rival'] as const;

/** Puts the bench's own pages into a copy of the build, bundled with the product's code as it stands. */
export async function addBenchPages(folder: string): Promise<void> {
  for (const name of PAGES) {
    await bundle(`${name}-page.ts`, folder);
    await writeFile(
      join(folder, `${name}.html`),
      `<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="/${name}-page.js"></script><body>`,
    );
  }
  await bundle('sqlite-worker.ts', folder);
  const sqlite = dirname(fileURLToPath(import.meta.resolve('@sqlite.org/sqlite-wasm')));
  for (const file of ['sqlite3.wasm']) await cp(join(sqlite, file), join(folder, file));
}

async function bundle(file: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    // As the product itself (`wxt.config.ts`).
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
    build: {
      modulePreload: false,
      outDir: folder,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: join(import.meta.dirname, file),
        output: {
          format: 'es',
          entryFileNames: file.replace('.ts', '.js'),
          // Compiled at once, as the product's search is (`wxt.config.ts`); all pages alike.
          postBanner: '//# allFunctionsCalledOnLoad',
          // What the product loads only where it is needed is a file of its own here too; a worker is one file.
          ...(file.endsWith('-page.ts')
            ? { chunkFileNames: file.replace('page.ts', '[name].js') }
            : { codeSplitting: false }),
        },
      },
    },
  });
}
