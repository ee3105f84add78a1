import type { Page } from 'puppeteer-core';
import { clickOn, press, until, untilThere, writeIn } from './hands.ts';
import { type ModelArticle, ON_SHELF } from './model.ts';
import { LONG_NOTE, type Stage, type Step, someOf, someTag, someWords } from './stage.ts';

// What is done to one article in the library, by keys and by clicks.

export async function show(page: Page, hash: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Opens the details of an article, and waits until they say what the model says: a page may not show old things for long. */
async function open({ library, model, chance, askedTwice }: Stage, article: ModelArticle): Promise<void> {
  const places = Object.entries(ON_SHELF).filter(([, isOn]) => isOn(article));
  const [place = 'inbox'] = someOf(chance, places) ?? [];
  await show(library, `#${place}/${article.id}`);
  const nameOf = (id: string) => model.lists.get(id);
  const lists = [...article.lists].flatMap((id) => (nameOf(id)?.isDeleted ? [] : (nameOf(id)?.name ?? id)));
  const should = JSON.stringify({
    place,
    id: article.id,
    isFavourite: article.flags.has('favourite'),
    act: article.flags.has('trashed') ? 'Restore' : article.flags.has('archived') ? 'To Inbox' : 'Done',
    tags: [...article.tags].sort(),
    lists: lists.sort(),
    note: article.note,
  });
  const what = `the details of ${article.number}, ${should}`;
  // An article that leaves its place and comes back at once hands an address on that was asked for in between. The reader asks again.
  await until(library, what, saysIt, should).catch(async () => {
    askedTwice.push(what);
    await show(library, '#statistics');
    await show(library, `#${place}/${article.id}`);
    await until(library, what, saysIt, should);
  });
}

/** Serialised into the page. */
function saysIt(should: string): boolean {
  const texts = (selector: string) =>
    [...document.querySelectorAll(`.detail ${selector}`)].map(({ textContent }) => (textContent ?? '').trim());
  const link = document.querySelector<HTMLAnchorElement>('.detail a.is-primary');
  const place = document.querySelector('.view-head h1')?.textContent?.toLowerCase();
  const says = {
    // Its rows, not those of the place before, which hand the selection on as they change.
    place: document.querySelector('.rows[aria-busy="false"]') && place,
    id: link && new URL(link.href).searchParams.get('article'),
    isFavourite: document.querySelector('.detail .is-favourite') !== null,
    act: (texts('.acts > button')[0] ?? '').replace(/\s*E$/, ''),
    tags: texts('.tag-chip > span')
      .map((label) => label.replace(/^#\s*/, ''))
      .sort(),
    lists: texts('[aria-labelledby="detail-lists"] .chip[aria-pressed="true"]').sort(),
    note: document.querySelector<HTMLTextAreaElement>('.detail .note-field textarea')?.value,
  };
  return JSON.stringify(says) === should;
}

/** An act on an article that one of these conditions chooses. */
function onArticle(
  isMeant: (article: ModelArticle, stage: Stage) => boolean,
  act: (stage: Stage, article: ModelArticle) => Promise<void>,
): Step {
  return async (stage) => {
    const article = someOf(
      stage.chance,
      stage.model.all().filter((one) => isMeant(one, stage)),
    );
    if (!article) return false;
    await open(stage, article);
    await act(stage, article);
    return undefined;
  };
}

const isHere = ({ flags }: ModelArticle): boolean => !flags.has('trashed');
const isTrashed = ({ flags }: ModelArticle): boolean => flags.has('trashed');

export const favourite = onArticle(
  () => true,
  async ({ library, model, undos }, article) => {
    await press(library, 'f');
    undos.push(model.flag([article], 'favourite', !article.flags.has('favourite')));
  },
);

export const done = onArticle(isHere, async ({ library, model, undos }, article) => {
  await press(library, 'e');
  undos.push(model.flag([article], 'archived', !article.flags.has('archived')));
});

export const archiveUnread = onArticle(
  (article) => isHere(article) && !article.flags.has('archived'),
  async ({ library, model, undos }, article) => {
    await clickOn(library, '.detail .menu-button');
    await clickOn(library, '.detail .menu-sheet button', 'Archive unread');
    undos.push(model.flag([article], 'archived', true));
  },
);

export const trash = onArticle(
  (article, { reader }) => isHere(article) && article !== reader.article,
  async ({ library, model, undos }, article) => {
    await press(library, '#');
    undos.push(model.flag([article], 'trashed', true));
  },
);

export const restore = onArticle(isTrashed, async ({ library, model, undos }, article) => {
  await press(library, 'e');
  undos.push(model.flag([article], 'trashed', false));
});

export const eraseOne = onArticle(isTrashed, async ({ library, model }, article) => {
  await clickOn(library, '.detail .menu-button');
  await clickOn(library, '.detail .menu-sheet button', 'Erase for good');
  await clickOn(library, 'dialog[open] button', 'Erase for good');
  model.erase([article]);
});

export const tag = onArticle(
  () => true,
  async ({ library, model, chance }, article) => {
    const label = someTag(chance);
    await clickOn(library, '.detail .tag-field input');
    await library.keyboard.type(label);
    await library.keyboard.press('Enter');
    model.tag([article], label);
  },
);

export const untag = onArticle(
  ({ tags }) => tags.size > 0,
  async ({ library, model, chance, undos }, article) => {
    const label = someOf(chance, [...article.tags]) ?? '';
    await clickOn(library, `.detail [aria-label="Remove the tag ${label}"]`);
    undos.push(model.untag(article, label));
  },
);

export const toggleList = onArticle(
  (_, { model }) => model.shownLists().length > 0,
  async ({ library, model, chance, undos }, article) => {
    const [id = '', list] = someOf(chance, model.shownLists()) ?? [];
    await clickOn(library, '[aria-labelledby="detail-lists"] .chip', list?.name);
    undos.push(article.lists.has(id) ? model.takeOffList(article, id) : model.addToList([article], id));
  },
);

export const note = onArticle(
  () => true,
  async ({ library, chance }, article) => {
    const isNew = article.note.length > LONG_NOTE;
    const words = isNew && chance.isWithin(0.5) ? '' : someWords(chance);
    await writeIn(library, '.detail .note-field textarea', words, isNew);
    article.note = isNew ? words : article.note + words;
  },
);

/** Takes back the latest that this page did, whatever other pages did since. */
export const undo: Step = async ({ library, undos }) => {
  const last = undos.pop();
  if (!last) return false;
  await library.bringToFront();
  await press(library, 'z');
  last();
  return undefined;
};

/** A word of a text, a tag, a list, or a word of a note: all that has it is found, and nothing else. */
export const search: Step = async ({ library, model, chance }) => {
  const tag = someTag(chance);
  const [listId = '', list] = someOf(chance, model.shownLists()) ?? [];
  const story = someOf(chance, model.shown());
  const asked = someOf(chance, [
    { typed: `tag:${tag} `, isMeant: ({ tags }: ModelArticle) => tags.has(tag) },
    { typed: 'is:favourite ', isMeant: ({ flags }: ModelArticle) => flags.has('favourite') },
    { typed: 'has:note ', isMeant: ({ note: written }: ModelArticle) => written.trim() !== '' },
    ...(list ? [{ typed: `list:"${list.name}" `, isMeant: ({ lists }: ModelArticle) => lists.has(listId) }] : []),
    ...(story ? [{ typed: `"token ${story.number}" `, isMeant: (article: ModelArticle) => article === story }] : []),
  ]);
  if (!asked) return false;
  await show(library, '#inbox');
  await untilThere(library, '.find input');
  await clickOn(library, '.find input');
  for (const letter of asked.typed) await library.keyboard.sendCharacter(letter);
  const count = model.shown().filter(asked.isMeant).length;
  const says = count === 0 ? 'No results' : count === 1 ? '1 result' : `${count} results`;
  await until(
    library,
    `${says} for ${asked.typed}`,
    (words) => document.querySelector('.find .found')?.textContent === words,
    says,
  );
  await clickOn(library, '.find-clear');
  return undefined;
};

const VIEWS = ['notes', 'statistics', 'settings', 'privacy', 'review', 'time/20', 'reading', 'favourites', 'archive'];

/** Looks at another part of the library, and changes nothing. */
export const look: Step = async ({ library, chance, model }) => {
  const [listId] = someOf(chance, model.shownLists()) ?? [];
  const views = [...VIEWS, `tag/${someTag(chance)}`, ...(listId ? [`list/${listId}`] : [])];
  await show(library, `#${someOf(chance, views)}`);
  await untilThere(library, 'main h1');
  return undefined;
};
