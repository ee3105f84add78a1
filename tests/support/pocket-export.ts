import { zipSync } from 'fflate';

/** A zip as Pocket exported it, of so many rows, two of which can't be taken. */
export function aPocketZip(rows: number): Uint8Array {
  const table = (from: number, to: number): string =>
    [
      'title,url,time_added,tags,status',
      ...Array.from({ length: to - from }, (_, index) => {
        const n = from + index;
        const tags = n % 3 === 0 ? 'sea|night walks' : '';
        return `"Lamp, number ${n}",https://lamp${n % 50}.example/story/${n},${1_600_000_000 + n},${tags},${n % 2 === 0 ? 'archive' : 'unread'}`;
      }),
      ...(from === 0 ? ['Run me,javascript:void(0),1600000000,,unread', 'only,two'] : []),
    ].join('\n');
  const annotations = [
    {
      url: 'https://lamp0.example/story/0',
      title: 'Lamp',
      highlights: [{ quote: 'A bright line.', created_at: 1_600_000_500 }],
    },
  ];
  const half = Math.floor(rows / 2);
  const files = {
    'part_000000.csv': table(0, half),
    'part_000001.csv': table(half, rows),
    'annotations/part_000000.json': JSON.stringify(annotations),
  };
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return zipSync(Object.fromEntries(bytes));
}
