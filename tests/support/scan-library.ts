import type { Highlight } from '../../lib/article/highlight.ts';
import { hostOf } from '../../lib/article/normalise-url.ts';
import { textOfHtml } from '../../lib/search/html-text.ts';
import { keyTerm } from '../../lib/search/index-part.ts';
import { languageNumber } from '../../lib/search/language-numbers.ts';
import { loadStemmers, stemsOf } from '../../lib/search/languages.ts';
import { slipsForgiven } from '../../lib/search/near-terms.ts';
import type { Query } from '../../lib/search/query.ts';
import { eachToken } from '../../lib/search/tokens.ts';
import type { Store } from '../../lib/store/database.ts';

interface Scanned {
  readonly id: string;
  readonly isTrashed: boolean;
  readonly hasNote: boolean;
  readonly hasMark: boolean;
  /** Tags, folded, and colours of marks, as `tag:key` and `colour:name`. */
  readonly keys: ReadonlySet<string>;
  /** Tokens of each part, as they stand: text, note, marks, tags. */
  readonly parts: readonly { readonly terms: ReadonlyMap<string, ReadonlySet<number>>; readonly language: number }[];
}

/** The answer to words and phrases by reading everything there is: no index, no segments, no ranking. */
export async function scanLibrary({ db }: Store, query: Query): Promise<readonly string[]> {
  await loadStemmers(~1);
  const articles = await db.articles.toArray();
  const all = await Promise.all(
    articles.map(async (article): Promise<Scanned> => {
      const version = article.versionId && (await db.versions.get(article.versionId));
      const body = version && (await db.bodies.get(version.bodyHash));
      const tags = (await db.taggings.where('articleId').equals(article.id).toArray()).filter((t) => !t.removedAt);
      const marks = (await db.highlights.where('articleId').equals(article.id).toArray())
        .filter((mark: Highlight) => mark.deletedAt === undefined)
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
      const note = (await db.notes.get(article.id))?.text ?? '';
      const fields = [
        article.title,
        ...article.authors,
        `${article.siteName} ${hostOf(article.url)}`,
        body ? textOfHtml(body.html) : '',
      ];
      return {
        id: article.id,
        hasNote: tokensOf([note]).size > 0,
        hasMark: marks.length > 0,
        keys: new Set([
          ...tags.map(({ tagKey }) => keyTerm('tag', tagKey)),
          ...marks.flatMap(({ colour, tagKeys }) => [
            keyTerm('colour', colour),
            ...tagKeys.map((key) => keyTerm('tag', key)),
          ]),
        ]),
        isTrashed: (await db.readings.get(article.id))?.trashedAt !== undefined,
        parts: [
          { terms: tokensOf(fields), language: languageNumber(article.language) },
          { terms: tokensOf([note]), language: 0 },
          { terms: tokensOf(marks.flatMap((mark) => [mark.quote.exact, mark.note])), language: 0 },
          { terms: tokensOf(tags.map(({ label }) => label)), language: 0 },
        ],
      };
    }),
  );
  const scope = all.filter(({ isTrashed }) => !isTrashed);
  const matches = (one: Query, article: Scanned): boolean => {
    if (one.kind === 'all') return one.of.every((each) => matches(each, article));
    if (one.kind === 'any') return one.of.some((each) => matches(each, article));
    if (one.kind === 'not') return !matches(one.of, article);
    if (one.kind === 'word') {
      if (scope.some((other) => hasForm(other, one.term, one.isPrefix)))
        return hasForm(article, one.term, one.isPrefix);
      const near = new Set<string>();
      for (const other of all)
        for (const { terms } of other.parts)
          for (const term of terms.keys()) if (isNear(term, one.term, one.isPrefix)) near.add(term);
      return article.parts.some(({ terms }) => [...near].some((term) => terms.has(term)));
    }
    if (one.kind === 'key') return article.keys.has(one.term);
    if (one.kind === 'having' && one.having === 'note') return article.hasNote;
    if (one.kind === 'having' && one.having === 'mark') return article.hasMark;
    if (one.kind === 'phrase') {
      return article.parts.some(({ terms }) => {
        const placesOf = (term: string, isPrefix: boolean) =>
          new Set(
            [...terms].flatMap(([other, places]) =>
              other === term || (isPrefix && other.startsWith(term)) ? [...places] : [],
            ),
          );
        const [first, ...rest] = one.slots.map((slot) => ({
          offset: slot.offset,
          places: placesOf(slot.term, slot.isPrefix),
        }));
        return [...(first?.places ?? [])].some((at) =>
          rest.every(({ offset, places }) => places.has(at - (first?.offset ?? 0) + offset)),
        );
      });
    }
    throw new Error(`The scan does not know ${one.kind}.`);
  };
  return scope
    .filter((article) => matches(query, article))
    .map(({ id }) => id)
    .sort();
}

function tokensOf(fields: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> {
  const terms = new Map<string, Set<number>>();
  let position = 0;
  for (const field of fields) {
    const end = eachToken(field, (term, at) => terms.set(term, (terms.get(term) ?? new Set()).add(at)), position);
    position = end + 8;
  }
  return terms;
}

function hasForm({ parts }: Scanned, word: string, isPrefix: boolean): boolean {
  const stems = stemsOf(word, ~1);
  return parts.some(({ terms, language }) =>
    [...terms.keys()].some((term) => {
      if (term === word || (isPrefix && term.startsWith(word))) return true;
      if (term.length > word.length + 7 || term.slice(0, 2) !== word.slice(0, 2) || word.length < 3) return false;
      return stemsOf(term, ~1).some(
        (stem, i) => stem !== undefined && stem === stems[i] && (language === 0 || language === i),
      );
    }),
  );
}

/** Optimal string alignment by the whole table, of a term or of any of its beginnings. */
function isNear(term: string, word: string, isPrefix: boolean): boolean {
  const slips = slipsForgiven(word);
  if (slips === 0) return false;
  const rows = Array.from({ length: term.length + 1 }, (_, i) =>
    Array.from({ length: word.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? 99;
  for (let i = 1; i <= term.length; i++) {
    for (let j = 1; j <= word.length; j++) {
      const cost = term[i - 1] === word[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && term[i - 1] === word[j - 2] && term[i - 2] === word[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = best;
    }
  }
  if (!isPrefix) return at(term.length, word.length) <= slips;
  return rows.slice(1).some((_, i) => at(i + 1, word.length) <= slips);
}
