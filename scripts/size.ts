import { join } from 'node:path';
import { measureSurface, SURFACES, type SurfaceSize } from './surface-sizes.ts';

// `npm run size` prints what each surface loads before it shows anything; `-- --check` fails where a budget is broken.

const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

function row({ surface, files, rawBytes, gzipBytes, assetBytes, isOver }: SurfaceSize): readonly string[] {
  const budget = surface.budgetBytes === undefined ? '' : `of ${kb(surface.budgetBytes)}${isOver ? '  OVER' : ''}`;
  return [surface.name, kb(rawBytes), kb(gzipBytes), budget, assetBytes > 0 ? kb(assetBytes) : '', `${files.length}`];
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  for (const cells of rows)
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

const build = join(import.meta.dirname, '../.output/chrome-mv3');
const sizes = SURFACES.map((surface) => measureSurface(build, surface));
printTable([['surface', 'raw', 'gzip', 'budget', 'fonts and pictures', 'files'], ...sizes.map(row)]);
const over = sizes.filter(({ isOver }) => isOver);
if (process.argv.includes('--check') && over.length > 0) {
  console.error(`Over budget: ${over.map(({ surface }) => surface.name).join(', ')}`);
  process.exitCode = 1;
}
