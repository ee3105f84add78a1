import type { ArticleId } from '../article/ids.ts';
import { textOfHtml } from '../search/html-text.ts';
import { languageNumber } from '../search/language-numbers.ts';
import { PLACE } from '../search/match-word.ts';
import { parseQuery } from '../search/parse-query.ts';
import type { Hint, ParsedQuery, Query } from '../search/query.ts';
import { type Order, runQuery } from '../search/run-query.ts';
import type { IndexSnapshot } from '../search/snapshot.ts';
import { type Marker, markerOf, type Snippet, snippetOf } from '../search/snippet.ts';
import { type BriefRow, briefRowsOf } from '../store/brief-rows.ts';
import type { Store } from '../store/database.ts';
import { type FoundTexts, readFoundTexts } from '../store/found-texts.ts';
import { openIndex } from '../store/index-session.ts';
import { readLists } from '../store/lists.ts';

export type { Order };

export interface SearchAnswer {
  /** The first ones in the order asked for. */
  readonly ids: readonly ArticleId[];
  /** How many articles match. */
  readonly count: number;
  readonly hints: readonly Hint[];
  /** Words that no article has, each with those that were searched for instead. */
  readonly instead: ReadonlyMap<string, readonly string[]>;
  /** Where the words stand in each: "Title", "Note". */
  readonly places: ReadonlyMap<ArticleId, readonly string[]>;
}

/** What a row shows of a match: a piece of the text, and its title marked. */
export interface FoundText {
  readonly snippet: Snippet | undefined;
  /** Said of a snippet that is not from the text. */
  readonly from: 'text' | 'note' | 'mark';
  readonly titleMarks: Snippet['marks'];
}

const PLACE_NAMES: readonly (readonly [number, string])[] = [
  [PLACE.title, 'Title'],
  [PLACE.author, 'Author'],
  [PLACE.site, 'Site'],
  [PLACE.tags, 'Tag'],
  [PLACE.note, 'Note'],
  [PLACE.marks, 'Highlight'],
  [PLACE.text, 'Text'],
];

/** The search of one page. What it reads of the index stays for its next query. */
export function createSearch(store: Store) {
  const withIndex = openIndex(store);
  const parse = async (typed: string): Promise<ParsedQuery> =>
    parseQuery(typed, { lists: /list:/i.test(typed) ? await readLists(store) : [], now: store.now() });

  const findIn = async (snapshot: IndexSnapshot, query: Query, order: Order, limit: number) => {
    const answer = await runQuery(snapshot, query, order, limit);
    return { ...answer, ids: await snapshot.readArticleIds(answer.found.map(({ number }) => number)) };
  };

  return {
    /** Reads what every search needs of the index, for what is about to be typed. */
    warm: (): Promise<void> =>
      withIndex(async (reading) => {
        const { readStemmers, readDocuments } = await reading;
        await Promise.all([readStemmers(), readDocuments()]);
      }),
    find: (typed: string, order: Order, limit: number): Promise<SearchAnswer> =>
      withIndex(async (reading) => {
        const { query, hints } = await parse(typed);
        const { ids, found, count, instead } = await findIn(await reading, query, order, limit);
        const places = new Map(ids.flatMap((id, i) => (id ? [[id, placeNames(found[i]?.places ?? 0)] as const] : [])));
        return { ids: [...places.keys()], count, hints, instead, places };
      }),
    /** The first rows of what a query finds, the best first: found and read in one transaction, as another would wait for its end. */
    rows: (typed: string, limit: number): Promise<readonly BriefRow[]> =>
      withIndex(async (reading) => {
        const { query } = await parse(typed);
        const { ids } = await findIn(await reading, query, 'relevance', limit);
        return briefRowsOf(
          store,
          ids.flatMap((id) => id ?? []),
        );
      }),
    /** What the rows of these articles show of a search. */
    texts: async (
      typed: string,
      instead: ReadonlyMap<string, readonly string[]>,
      ids: readonly ArticleId[],
    ): Promise<ReadonlyMap<ArticleId, FoundText>> => {
      const { query } = await parse(typed);
      const markers = new Map<number, Marker>();
      const markerFor = (language: string | undefined): Marker => {
        const number = languageNumber(language);
        const marker = markers.get(number) ?? markerOf(query, instead, number);
        markers.set(number, marker);
        return marker;
      };
      const texts = await readFoundTexts(store, ids);
      return new Map(texts.map((text) => [text.articleId, foundText(text, markerFor(text.language))]));
    },
  };
}

export type Search = ReturnType<typeof createSearch>;

const placeNames = (places: number): readonly string[] =>
  PLACE_NAMES.flatMap(([bit, name]) => ((places & bit) === 0 ? [] : [name]));

function foundText({ title, html, note, marks }: FoundTexts, markOf: Marker): FoundText {
  const titleMarks = snippetOf(title, markOf)?.text === title ? (snippetOf(title, markOf)?.marks ?? []) : [];
  const fromText = html === undefined ? undefined : snippetOf(textOfHtml(html), markOf);
  if (fromText) return { snippet: fromText, from: 'text', titleMarks };
  const fromNote = note === undefined ? undefined : snippetOf(note, markOf);
  if (fromNote) return { snippet: fromNote, from: 'note', titleMarks };
  for (const words of marks) {
    const fromMark = snippetOf(words, markOf);
    if (fromMark) return { snippet: fromMark, from: 'mark', titleMarks };
  }
  return { snippet: undefined, from: 'text', titleMarks };
}
