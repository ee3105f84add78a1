import type { Figure } from './figures.ts';

/** One line of the table. Without a floor it is there for information. */
export interface Result {
  readonly name: string;
  readonly product: Figure;
  readonly floor?: Figure;
  /** The most that the product's median may be, as a multiple of the floor's. */
  readonly target?: number;
  readonly unit: 'ms' | 'MB';
}

/** Prints the table, in Markdown so that it can go into a page as it is, and then what misses its target. */
export function printResults(results: readonly Result[]): void {
  const rows = [
    ['figure', 'Lectern, median (p95)', 'floor, median (p95)', 'ratio', 'target'],
    ...results.map((result) => [
      result.name,
      figureText(result.product, result.unit),
      result.floor === undefined ? '' : figureText(result.floor, result.unit),
      ratioText(ratioOf(result)),
      result.target === undefined ? '' : `≤ ${result.target}×`,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n'));
  const missed = results.filter(isMissed);
  console.log(missed.length === 0 ? '\nEvery target is met.' : '\nNot met:');
  for (const result of missed) {
    console.log(`  ${result.name}: ${ratioText(ratioOf(result))} where ≤ ${result.target}× is asked`);
  }
}

function isMissed(result: Result): boolean {
  const ratio = ratioOf(result);
  return ratio !== undefined && result.target !== undefined && ratio > result.target;
}

function ratioOf({ product, floor }: Result): number | undefined {
  return floor === undefined ? undefined : product.median / floor.median;
}

const ratioText = (ratio: number | undefined): string => (ratio === undefined ? '' : `${ratio.toFixed(2)}×`);

const figureText = ({ median, p95 }: Figure, unit: string): string =>
  `${median.toFixed(1)} ${unit} (${p95.toFixed(1)})`;
