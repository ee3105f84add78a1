import { readFileSync } from 'node:fs';
import type { Forest } from '../../lib/capture/score/forest.ts';
import type { BenchPage } from './read-pages.ts';

/** What `npm run train:blocks -- --folds FILE` writes: forests, and which of them saw no page of a domain. */
export interface Folds {
  readonly forests: readonly Forest[];
  readonly foldOfDomain: Readonly<Record<string, number>>;
}

/** The domain of a page as the folds are made by it: the last two labels of its host. */
export function domainOf(url: string): string {
  return new URL(url).hostname.split('.').slice(-2).join('.');
}

/** @throws for a page whose domain was in no fold: a forest that knows it would be no judge. */
export function readFolds(file: string): (page: BenchPage) => Forest {
  const { forests, foldOfDomain } = JSON.parse(readFileSync(file, 'utf8')) as Folds;
  return ({ url }) => {
    const forest = forests[foldOfDomain[domainOf(url)] ?? -1];
    if (forest === undefined) throw new Error(`No fold for ${domainOf(url)}.`);
    return forest;
  };
}
