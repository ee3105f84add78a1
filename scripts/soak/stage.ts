import type { Page } from 'puppeteer-core';
import type { Chance } from '../../bench/support/chance.ts';
import { COLOURS, type Colour } from '../../lib/article/list.ts';
import type { Chromium } from '../../tests/support/chromium.ts';
import type { Model, ModelArticle, Undo } from './model.ts';

/** What the steps work with. The pages stay open from the first step to the last. */
export interface Stage {
  readonly chromium: Chromium;
  readonly library: Page;
  /** In which the pages to save are opened, one after the other: a tab of its own for each costs a process. */
  readonly tab: Page;
  /** Has an article open from the first step to the last, which is never put into the trash. */
  readonly reader: { readonly page: Page; readonly article: ModelArticle };
  readonly model: Model;
  readonly chance: Chance;
  /** What the library's page can take back, in the model, the latest last. */
  readonly undos: Undo[];
  /** Articles that the library showed only when it was asked for them again. */
  readonly askedTwice: string[];
  readonly nextStory: () => string;
  /** Waits until the database is equal to the model, and throws where it does not come to that. */
  readonly settle: () => Promise<void>;
}

/** One thing that a reader does. Gives nothing; where it can't be done now, `false`. */
export type Step = (stage: Stage) => Promise<false | undefined>;

const TAGS: readonly string[] = ['sea', 'fibre', 'harbour', 'quiet', 'engine'];
const NAMES: readonly string[] = ['Weekend', 'Later', 'Work', 'Tides', 'Evening', 'Archive of lamps', 'Trains'];

export function someOf<Value>(chance: Chance, values: readonly Value[]): Value | undefined {
  return values[Math.floor(chance.next() * values.length)];
}

export const someTag = (chance: Chance): string => someOf(chance, TAGS) ?? 'sea';
export const someColour = (chance: Chance): Colour => someOf(chance, COLOURS) ?? 'amber';

/** A name that no list has. */
export function newName({ model, chance }: Pick<Stage, 'model' | 'chance'>): string | undefined {
  const taken = model.shownLists().map(([, { name }]) => name);
  return someOf(
    chance,
    NAMES.filter((name) => !taken.includes(name)),
  );
}

/** Words to write, none of which makes a tag or a link. */
export const someWords = (chance: Chance): string => ` ${chance.uuid().slice(0, 2 + Math.floor(chance.next() * 3))}`;

/** Undos that a page holds; older ones it forgets. */
export const MOST_UNDOS = 100;

/** A note this long is begun anew. */
export const LONG_NOTE = 60;
