import { describe, expect, it } from 'vitest';
import { anchoringCases, KINDS } from '../../../tests/support/anchoring-cases.ts';
import { judge } from '../../../tests/support/judge-anchoring.ts';
import { describePassage } from './describe-passage.ts';
import { passageFinder } from './find-passage.ts';

/** Seeded cases in `npm test`; `npm run check:anchoring` plays ten times as many. */
const CASES = 2600;

describe('findPassage', () => {
  const results = [...anchoringCases(CASES, 7)].map((one) => {
    const described = describePassage(one.before, one.marked);
    if (!described) throw new Error('A mark of nothing.');
    return { one, verdict: judge(one, passageFinder(one.after)(described.quote, described.position)) };
  });
  const shareOf = (kinds: readonly string[]) => {
    const asked = results.filter(({ one }) => kinds.includes(one.kind));
    return asked.filter(({ verdict }) => verdict === 'right').length / asked.length;
  };

  it('places none wrongly', () => {
    const wrong = results.filter(({ verdict }) => verdict === 'wrong' || verdict === 'wrongly placed');
    expect(wrong.map(({ one, verdict }) => ({ ...one, verdict }))).toEqual([]);
  });

  it('finds 99.5 % of the words that are still there', () => {
    expect(shareOf(KINDS.kept)).toBeGreaterThanOrEqual(0.995);
  });

  it('finds 95 % of those edited by up to a fifth', () => {
    expect(shareOf(KINDS.edited)).toBeGreaterThanOrEqual(0.95);
  });

  it('leaves unplaced what is gone', () => {
    expect(shareOf(KINDS.gone)).toBe(1);
  });
});

describe('a quote of another service, which has its words alone,', () => {
  const find = passageFinder('The lamp was lit.\nNobody saw the “old keeper” leave.\nThe lamp went out.');
  const bare = (exact: string) => find({ exact, prefix: '', suffix: '' });

  it('is placed where it stands once, however short', () => {
    expect(bare('went out')).toMatchObject({ start: 62, end: 70, how: 'exact' });
    expect(bare('the "old keeper"')).toMatchObject({ how: 'exact' });
  });

  it('is not placed where it stands twice, or not at all', () => {
    expect(bare('The lamp')).toBeUndefined();
    expect(bare('a new keeper')).toBeUndefined();
  });
});
