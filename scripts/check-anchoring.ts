import { describePassage } from '../lib/reader/anchoring/describe-passage.ts';
import { passageFinder } from '../lib/reader/anchoring/find-passage.ts';
import { anchoringCases, KINDS } from '../tests/support/anchoring-cases.ts';
import { judge, type Verdict } from '../tests/support/judge-anchoring.ts';

// `npm run check:anchoring -- 20000 11` plays that many cases of that seed, prints what became of them, and fails on a wrong place.
const [count = 20_000, seed = 11] = process.argv.slice(2).map(Number);
const tally = new Map<string, Record<Verdict, number>>();
for (const one of anchoringCases(count, seed)) {
  const row = tally.get(one.kind) ?? { right: 0, unplaced: 0, wrong: 0, 'wrongly placed': 0 };
  tally.set(one.kind, row);
  const described = describePassage(one.before, one.marked);
  if (!described) continue;
  const verdict = judge(one, passageFinder(one.after)(described.quote, described.position));
  row[verdict] += 1;
  if (process.env['SHOW'] === verdict)
    console.log(JSON.stringify({ ...one, before: undefined, quote: described.quote }));
}
console.table(Object.fromEntries(tally));
const kinds = Object.values(KINDS).flat();
const wrong = kinds.reduce(
  (sum, kind) => sum + (tally.get(kind)?.wrong ?? 0) + (tally.get(kind)?.['wrongly placed'] ?? 0),
  0,
);
console.log(`${count} cases, ${wrong} placed wrongly.`);
if (wrong > 0) process.exitCode = 1;
