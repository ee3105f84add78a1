import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTerm, openWriter } from './bytes.ts';
import { writeTerm } from './index-part.ts';
import { nearTerms } from './near-terms.ts';

/** Few letters of one, two and three bytes, so that terms share beginnings, also within a letter. */
const term = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ê', '字', '孔'), minLength: 1, maxLength: 9 });
const longTerm = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 90, maxLength: 120 });

describe('nearTerms', () => {
  it('finds what a table of distances finds, of every term by itself', () => {
    const dictionaryTerms = fc.array(fc.oneof({ weight: 20, arbitrary: term }, longTerm), { maxLength: 60 });
    fc.assert(
      fc.property(
        dictionaryTerms,
        term,
        fc.integer({ min: 1, max: 2 }),
        fc.boolean(),
        (terms, word, slips, isPrefix) => {
          const sorted = [...new Set(terms)].sort();
          const wanted = sorted.filter((one) =>
            distances(one, word).some((d, i) => d <= slips && (isPrefix || i === one.length)),
          );
          expect(nearTerms(dictionaryOf(sorted), word, slips, isPrefix)).toEqual(wanted);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** From each beginning of a term to a word: letters too many, missing, wrong, or two exchanged. */
function distances(one: string, word: string): readonly number[] {
  const rows = [Array.from({ length: word.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      const wrong = at(rows, i - 1, j - 1) + (one[i - 1] === word[j - 1] ? 0 : 1);
      const isExchanged = i > 1 && j > 1 && one[i - 1] === word[j - 2] && one[i - 2] === word[j - 1];
      const exchanged = isExchanged ? at(rows, i - 2, j - 2) + 1 : wrong;
      row.push(Math.min(wrong, exchanged, at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1));
    }
    rows.push(row);
  }
  return rows.map((row) => row.at(-1) ?? 0);
}

const at = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] ?? 0;

function dictionaryOf(terms: readonly string[]): Uint8Array {
  const writer = openWriter();
  let former = new Uint8Array(0);
  for (const one of terms) former = writeTerm(writer, former, encodeTerm(one));
  return writer.take();
}
