import { describe, expect, it } from 'vitest';
import { trashFacts } from './trash-facts.ts';

describe('trashFacts', () => {
  const day = 24 * 60 * 60 * 1000;
  it.each([
    [0, 'Erased in 30 days'],
    [day - 1, 'Erased in 30 days'],
    [day, 'Erased in 29 days'],
    [28.5 * day, 'Erased in 2 days'],
    [29 * day, 'Erased tomorrow'],
    [30 * day, 'Erased today'],
    [44 * day, 'Erased today'],
  ])('after %d ms are %s', (age, facts) => {
    expect(trashFacts(1_000, 1_000 + age)).toBe(facts);
  });
});
