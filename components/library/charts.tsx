import { formatCount } from '../../lib/library/row-facts.ts';

const HEIGHT = 120;
const STEP = 46;
const LEFT = 34;

interface ColumnsProps {
  readonly label: string;
  readonly columns: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Columns side by side over lines of round numbers. Its table says the same. */
export function Columns({ label, columns }: ColumnsProps) {
  const top = roundUp(Math.max(1, ...columns.flatMap(({ values }) => values)));
  const width = LEFT + columns.length * STEP;
  const yOf = (value: number) => HEIGHT + 8 - (value / top) * HEIGHT;
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${HEIGHT + 28}`} role="img" aria-label={label}>
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line class="grid" x1={LEFT - 4} x2={width} y1={yOf(value)} y2={yOf(value)} />
          <text x={0} y={yOf(value) + 4}>
            {formatCount(value)}
          </text>
        </g>
      ))}
      {columns.map(({ name, values }, i) => (
        <g key={i}>
          {values.map((value, series) => (
            <rect
              key={series}
              data-series={series}
              x={LEFT + i * STEP + 4 + series * 18}
              y={yOf(value)}
              width={16}
              height={HEIGHT + 8 - yOf(value)}
              rx={3}
            />
          ))}
          {/* Where a month begins; of a month that the first column is all of, the name would run into the next. */}
          {name !== columns[i - 1]?.name && (columns[i + 1]?.name ?? name) === name && (
            <text x={LEFT + i * STEP + 4} y={HEIGHT + 25}>
              {name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** A line from left to right, the last value now. */
export function Line({ label, values }: { label: string; values: readonly number[] }) {
  const most = Math.max(1, ...values);
  const points = values.map((value, i) => `${(i / Math.max(1, values.length - 1)) * 280},${64 - (value / most) * 58}`);
  return (
    <svg class="chart" viewBox="0 0 280 70" role="img" aria-label={label}>
      <line class="grid" x1={0} x2={280} y1={66} y2={66} />
      <polyline class="line" points={points.join(' ')} />
    </svg>
  );
}

interface ChartTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a drawing shows, in numbers. */
export function ChartTable({ caption, heads, rows }: ChartTableProps) {
  return (
    <details class="chart-table small">
      <summary>Show as table</summary>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="number">
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The next even number of one or two figures that a line can be drawn at: 2, 4, 10, 20, 50, 200. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 10].find((one) => one * power >= value) ?? 10;
  return Math.max(2, step * power);
}
