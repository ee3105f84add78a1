import { COLOURS, type Colour } from '../../lib/article/list.ts';
import type { Standing } from '../durability/standing.ts';
import { storyUrl } from '../durability/stories.ts';

export interface ModelMark {
  colour: Colour;
  note: string;
  isDeleted: boolean;
}

export interface ModelArticle {
  readonly number: string;
  /** As the database has it; empty until it was looked up. */
  id: string;
  readonly flags: Set<Flag>;
  readonly tags: Set<string>;
  /** Ids of lists. */
  readonly lists: Set<string>;
  readonly marks: Map<string, ModelMark>;
  note: string;
}

export type Flag = 'favourite' | 'archived' | 'trashed';

export interface ModelList {
  name: string;
  colour: Colour;
  isDeleted: boolean;
}

/** Takes one act back in the model. */
export type Undo = () => void;

/** The library as a reader would describe it: plain sets, no database, no times. */
export function openModel() {
  const articles = new Map<string, ModelArticle>();
  const lists = new Map<string, ModelList>();
  const all = () => [...articles.values()];

  return {
    articles,
    lists,
    all,
    shown: () => all().filter(({ flags }) => !flags.has('trashed')),
    trashed: () => all().filter(({ flags }) => flags.has('trashed')),
    shownLists: () => [...lists].filter(([, { isDeleted }]) => !isDeleted),

    /** Gives what the popup says of it. */
    save(number: string): 'saved' | 'restored' | 'already-saved' {
      const here = articles.get(number);
      if (here) return here.flags.delete('trashed') ? 'restored' : 'already-saved';
      const [flags, tags, on] = [new Set<Flag>(), new Set<string>(), new Set<string>()];
      articles.set(number, { number, id: '', flags, tags, lists: on, marks: new Map(), note: '' });
      return 'saved';
    },
    flag(which: readonly ModelArticle[], flag: Flag, isSet: boolean): Undo {
      const formers = which.map((article) => [article, article.flags.has(flag)] as const);
      for (const { flags } of which) put(flags, flag, isSet);
      return () => {
        for (const [{ flags }, was] of formers) put(flags, flag, was);
      };
    },
    tag: (which: readonly ModelArticle[], label: string): Undo => addTo(which, ({ tags }) => tags, label),
    untag: (article: ModelArticle, label: string): Undo => takeFrom(article.tags, label),
    addToList: (which: readonly ModelArticle[], id: string): Undo => addTo(which, ({ lists: on }) => on, id),
    takeOffList: (article: ModelArticle, id: string): Undo => takeFrom(article.lists, id),
    /** Whatever is taken back afterwards does nothing to what is erased. */
    erase(which: readonly ModelArticle[]): void {
      for (const { number } of which) articles.delete(number);
    },
    changeList(id: string, change: Partial<ModelList>): Undo {
      const list = lists.get(id);
      const former = { ...list };
      if (list) Object.assign(list, change);
      return () => {
        for (const key of Object.keys(change)) if (list) Object.assign(list, { [key]: Reflect.get(former, key) });
      };
    },
  };
}

export type Model = ReturnType<typeof openModel>;

/** Which articles stand on a shelf. */
export const ON_SHELF: Readonly<Record<string, (article: ModelArticle) => boolean>> = {
  inbox: ({ flags }) => !flags.has('archived') && !flags.has('trashed'),
  archive: ({ flags }) => flags.has('archived') && !flags.has('trashed'),
  favourites: ({ flags }) => flags.has('favourite') && !flags.has('trashed'),
  trash: ({ flags }) => flags.has('trashed'),
};

const put = <Value>(set: Set<Value>, value: Value, isIn: boolean): void => {
  if (isIn) set.add(value);
  else set.delete(value);
};

function addTo(which: readonly ModelArticle[], of: (article: ModelArticle) => Set<string>, value: string): Undo {
  const added = which.filter((article) => !of(article).has(value));
  for (const article of added) of(article).add(value);
  return () => {
    for (const article of added) of(article).delete(value);
  };
}

function takeFrom(set: Set<string>, value: string): Undo {
  const was = set.delete(value);
  return () => {
    if (was) set.add(value);
  };
}

/** Every story has two pictures, and its tab stays until both are kept. */
const PICTURES = 2;

/** A list that was just made stands in the model without an id, which is Lectern's choice, as its colour is. */
function learnList(model: Model, lists: Standing['lists']): void {
  const made = model.lists.get('');
  const [id, said] = Object.entries(lists).find(([key]) => !model.lists.has(key)) ?? [];
  if (!made || id === undefined || !said?.startsWith(`${made.name}, `)) return;
  const colour = COLOURS.find((one) => said.endsWith(one)) ?? made.colour;
  model.lists.delete('');
  model.lists.set(id, { ...made, colour });
  for (const { lists: on } of model.all()) if (on.delete('')) on.add(id);
}

/** How the database differs from the model, as sentences. What the model does not know yet, an id, it learns. */
export function differences(model: Model, standing: Standing): readonly string[] {
  learnList(model, standing.lists);
  const found: string[] = [...standing.orphans];
  const differs = (what: string, should: unknown, is: unknown) => {
    const [one, other] = [JSON.stringify(should), JSON.stringify(is)];
    if (one !== other) found.push(`${what}: should be ${one}, is ${other}`);
  };
  const urls = new Set(model.all().map(({ number }) => storyUrl(number)));
  for (const url of Object.keys(standing.articles)) if (!urls.has(url)) found.push(`${url} is here and should not be`);
  for (const article of model.all()) {
    const is = standing.articles[storyUrl(article.number)];
    if (!is) {
      found.push(`${article.number} is not here`);
      continue;
    }
    if (article.id === '') article.id = is.id;
    const { number, id, flags, tags, lists, note, marks } = article;
    const isMarked = [...marks].filter(([, mark]) => !mark.isDeleted).map(([key, mark]) => [key, said(mark)] as const);
    differs(`id of ${number}`, id, is.id);
    differs(`shelves of ${number}`, shelvesOf(flags), is.shelves);
    differs(`tags of ${number}`, [...tags].sort(), is.tags);
    differs(`lists of ${number}`, [...lists].sort(), is.lists);
    differs(`note on ${number}`, note, is.note);
    differs(`marks in ${number}`, [...isMarked].sort(), Object.entries(is.marks).sort());
    differs(`pictures of ${number}`, PICTURES, is.picturesKept);
  }
  const shown = model.shownLists().map(([id, { name, colour }]) => [id, `${name}, ${colour}`]);
  differs('the lists', shown.sort(), Object.entries(standing.lists).sort());
  return found;
}

const said = ({ colour, note }: ModelMark): string => `${colour}: ${note}`;

function shelvesOf(flags: ReadonlySet<Flag>): readonly string[] {
  if (flags.has('trashed')) return ['trash'];
  const favourites = flags.has('favourite') ? ['favourites'] : [];
  return [flags.has('archived') ? 'archive' : 'inbox', ...favourites].sort();
}
