import { toTextPosition } from 'dom-anchor-text-quote';
import type { TextPosition } from '../lib/article/highlight.ts';
import { describePassage } from '../lib/reader/anchoring/describe-passage.ts';
import { passageFinder } from '../lib/reader/anchoring/find-passage.ts';
import { type AnchoringCase, anchoringCases, KINDS } from '../tests/support/anchoring-cases.ts';
import { judge, type Verdict } from '../tests/support/judge-anchoring.ts';

// `npm run check:anchoring -- 20000 11` plays that many cases of that seed, prints what became of them, and fails on a wrong place
// or too few right ones. The same cases, one in ten, are then given to dom-anchor-text-quote and to bare offsets.

/** Of every so many cases, one for the others: diff-match-patch takes some 100 times as long. */
const OTHERS_EVERY = 10;

type Described = NonNullable<ReturnType<typeof describePassage>>;
type Anchor = (one: AnchoringCase, described: Described) => TextPosition | undefined;

const ANCHORS: Readonly<Record<string, Anchor>> = {
  Lectern: ({ after }, { quote, position }) => passageFinder(after)(quote, position),
  'dom-anchor-text-quote': ({ after }, { quote, position }) => {
    const context = { prefix: quote.prefix.slice(-32), suffix: quote.suffix.slice(0, 32) };
    // The library reads nothing of its root but the text.
    return (
      toTextPosition({ textContent: after }, { exact: quote.exact, ...context }, { hint: position.start }) ?? undefined
    );
  },
  'bare offsets': ({ after }, { position }) => (position.end <= after.length ? position : undefined),
};

const [count = 20_000, seed = 11] = process.argv.slice(2).map(Number);
const tallies = new Map(Object.keys(ANCHORS).map((name) => [name, new Map<string, Record<Verdict, number>>()]));
let at = 0;
for (const one of anchoringCases(count, seed)) {
  at += 1;
  const described = describePassage(one.before, one.marked);
  if (!described) continue;
  for (const [name, anchor] of Object.entries(ANCHORS)) {
    if (name !== 'Lectern' && at % OTHERS_EVERY !== 0) continue;
    const tally = tallies.get(name);
    const row = tally?.get(one.kind) ?? { right: 0, unplaced: 0, wrong: 0, 'wrongly placed': 0 };
    tally?.set(one.kind, row);
    const verdict = judge(one, anchor(one, described));
    row[verdict] += 1;
    if (name === 'Lectern' && process.env['SHOW'] === verdict)
      console.log(JSON.stringify({ ...one, before: undefined, quote: described.quote }));
  }
}

/** Right ones of these kinds in percent, and how many of all were placed wrongly. */
function summary(tally: ReadonlyMap<string, Record<Verdict, number>>) {
  const sum = (kinds: readonly string[], verdicts: readonly Verdict[]) =>
    kinds.reduce(
      (all, kind) => all + verdicts.reduce((some, verdict) => some + (tally.get(kind)?.[verdict] ?? 0), 0),
      0,
    );
  const all: readonly Verdict[] = ['right', 'unplaced', 'wrong', 'wrongly placed'];
  const share = (kinds: readonly string[]) => (100 * sum(kinds, ['right'])) / Math.max(1, sum(kinds, all));
  const kinds = Object.values(KINDS).flat();
  return {
    cases: sum(kinds, all),
    'words kept, right %': Number(share(KINDS.kept).toFixed(2)),
    'words edited, right %': Number(share(KINDS.edited).toFixed(2)),
    'words gone, left out %': Number(share(KINDS.gone).toFixed(2)),
    'placed wrongly': sum(kinds, ['wrong', 'wrongly placed']),
  };
}

console.table(Object.fromEntries(tallies.get('Lectern') ?? []));
const summaries = Object.fromEntries([...tallies].map(([name, tally]) => [name, summary(tally)]));
console.table(summaries);
const ours = summaries['Lectern'];
const isGood =
  ours && ours['placed wrongly'] === 0 && ours['words kept, right %'] >= 99.5 && ours['words edited, right %'] >= 95;
if (!isGood) process.exitCode = 1;
