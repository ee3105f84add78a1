import { METADATA_SOURCES } from '../../lib/capture/metadata/metadata-sources.ts';
import type { Ablation, Taken } from './ablate-page.ts';
import { COUNTED, type Marks, markPage } from './marks.ts';
import type { BenchPage } from './read-pages.ts';
import { f1Of } from './shingles.ts';

/** What each step is worth over all pages: what is lost where it is left out. */
export class AblationTable {
  readonly #whole: Marks[] = [];
  /** By step: the marks of the pages that differ without it, by their place in `#whole`. */
  readonly #without = new Map<string, Map<number, Marks>>();

  add(page: BenchPage, { page: held, whole, without }: Ablation): void {
    const mark = ({ outcome, parts }: Taken): Marks => markPage(page, held, outcome, parts);
    for (const [id, taken] of Object.entries(without)) {
      const pages = this.#without.get(id) ?? new Map<number, Marks>();
      pages.set(this.#whole.length, mark(taken));
      this.#without.set(id, pages);
    }
    this.#whole.push(mark(whole));
  }

  print(): void {
    console.log(`${this.#whole.length} pages, all steps: F1 ${f1Of(this.#whole.map(({ score }) => score)).toFixed(4)}`);
    for (const name of COUNTED) console.log(`  ${name}: ${sum(this.#whole, name)} of ${sum(this.#whole, name, 'of')}`);
    console.log('\nWhat each step is worth: F1 in ten thousandths, all else in numbers.\n');
    const rows = [...this.#without].map(([id, pages]) => this.#rowOf(id, pages));
    const quiet = METADATA_SOURCES.flatMap(({ id, titles, authors, published, modified }) =>
      Object.entries({ titles, authors, published, modified })
        .filter(([, read]) => read !== undefined)
        .map(([kind]) => `${kind} from ${id}`),
    ).filter((id) => !this.#without.has(id));
    console.log(`| step | pages | F1 | ${COUNTED.join(' | ')} |`);
    console.log(`|---|${'---|'.repeat(COUNTED.length + 2)}`);
    for (const { cells } of rows.sort((one, other) => other.worth - one.worth)) console.log(`| ${cells.join(' | ')} |`);
    if (quiet.length > 0) console.log(`\nWithout any effect: ${quiet.join(', ')}`);
  }

  #rowOf(id: string, pages: ReadonlyMap<number, Marks>): { readonly worth: number; readonly cells: readonly string[] } {
    const without = this.#whole.map((marks, index) => pages.get(index) ?? marks);
    const f1 = (marks: readonly Marks[]): number => f1Of(marks.map(({ score }) => score)) * 10_000;
    const worth = f1(this.#whole) - f1(without);
    const counts = COUNTED.map((name) => sum(this.#whole, name) - sum(without, name));
    const cells = [id, String(pages.size), signed(worth, 1), ...counts.map((count) => signed(count, 0))];
    return { worth, cells };
  }
}

function sum(all: readonly Marks[], name: (typeof COUNTED)[number], part: 'got' | 'of' = 'got'): number {
  return all.reduce((total, { counts }) => total + counts[name][part], 0);
}

const signed = (value: number, digits: number): string => {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? '·' : value > 0 ? `+${text}` : text;
};
