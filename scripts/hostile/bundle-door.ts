import { join } from 'node:path';
import { build } from 'vite';

/** The sanitiser as one script that puts `lecternDoor` and `lecternOldDoor` on the window of a page. */
export async function bundleDoor(): Promise<string> {
  const entry = join(import.meta.dirname, 'door-alone.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'door', fileName: 'door' } },
  });
  const output = Array.isArray(built) ? built[0]?.output : 'output' in built ? built.output : undefined;
  const chunk = output?.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error('The sanitiser could not be bundled.');
  return chunk.code;
}
