import {
  knownValues,
  operatorOptions,
  type PieceAt,
  pieceAt,
  type QueryOption,
  valueOption,
} from '../search/complete-query.ts';
import { findTerms } from '../search/find-terms.ts';
import { foldText } from '../search/fold-text.ts';
import { keyTerm } from '../search/index-part.ts';
import { languageTag } from '../search/language-numbers.ts';
import type { Store } from '../store/database.ts';
import { openIndex } from '../store/index-session.ts';
import { readLists } from '../store/lists.ts';
import { findTags, readTags } from '../store/read-tags.ts';

/** The most that are offered at once. */
const MOST = 8;

/** Completes operators and their values as one types, from what is in the library. */
export function createCompletion(store: Store) {
  const withIndex = openIndex(store);

  async function optionsFor({ operator, typed }: PieceAt): Promise<readonly QueryOption[]> {
    switch (operator) {
      case undefined:
        return operatorOptions(typed);
      case 'list': {
        const folded = foldText(typed);
        const lists = (await readLists(store)).filter(({ name }) => foldText(name).includes(folded));
        const starts = (name: string) => Number(foldText(name).startsWith(folded));
        return lists
          .toSorted((a, b) => starts(b.name) - starts(a.name))
          .flatMap(({ name }) => (isWritable(name) ? [valueOption('list', name, '')] : []));
      }
      case 'tag': {
        const wanted = typed.replace(/^#/, '');
        const labels =
          wanted === '' ? (await readTags(store, MOST)).map(({ label }) => label) : await findTags(store, wanted, MOST);
        return labels.flatMap((label) => (isWritable(label) ? [valueOption('tag', label, '')] : []));
      }
      case 'site':
        return typed === '' ? [] : siteOptions(typed);
      case 'lang':
        return languageOptions(typed);
      default:
        return knownValues(operator, typed);
    }
  }

  /** Hosts as the index knows them: each with the number of its articles, the most first. */
  async function siteOptions(typed: string): Promise<readonly QueryOption[]> {
    const start = keyTerm('host', foldText(typed).replace(/^www\./, ''));
    const sign = keyTerm('host', '');
    const counts = await withIndex(async (reading) => {
      const { segments } = await reading;
      const hits = await Promise.all(segments.map((segment) => findTerms(segment, start, () => true)));
      const found = new Map<string, number>();
      for (const { entry } of hits.flat()) {
        const host = entry.term.slice(sign.length);
        found.set(host, (found.get(host) ?? 0) + entry.documents);
      }
      return found;
    });
    return [...counts]
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
      .map(([host]) => valueOption('site', host, ''));
  }

  async function languageOptions(typed: string): Promise<readonly QueryOption[]> {
    const numbers = await withIndex(async (reading) => new Set((await (await reading).readColumns()).languages));
    const names = new Intl.DisplayNames(['en'], { type: 'language' });
    const folded = foldText(typed);
    return [...numbers].flatMap((number) => {
      const tag = languageTag(number);
      const name = tag === '' ? '' : (names.of(tag) ?? tag);
      const isMeant = tag.startsWith(folded) || foldText(name).startsWith(folded);
      return tag !== '' && isMeant ? [valueOption('lang', tag, name)] : [];
    });
  }

  return async (typed: string, caret: number): Promise<readonly QueryOption[]> => {
    const piece = pieceAt(typed, caret);
    if (!piece) return [];
    const options = (await optionsFor(piece)).slice(0, MOST);
    // What is written out already needs no offer.
    const written = typed.slice(piece.from, piece.to);
    return options.filter(({ insert }) => insert !== written);
  };
}

/** A quotation mark can't be written inside of a value. */
const isWritable = (name: string): boolean => !name.includes('"');

export type { QueryOption };
