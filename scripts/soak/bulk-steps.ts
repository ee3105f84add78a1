import { waitFor } from '../../tests/support/wait-for.ts';
import { clickOn, PATIENCE_MS, until, untilThere } from './hands.ts';
import { show } from './library-steps.ts';
import { type Model, type ModelArticle, ON_SHELF, type Undo } from './model.ts';
import { newName, type Stage, type Step, someColour, someOf, someTag } from './stage.ts';

// What is done to many articles at once, and to lists.

type Change = (model: Model, chosen: readonly ModelArticle[]) => Undo;

const BULK: Readonly<Record<string, Change>> = {
  Archive: (model, chosen) => model.flag(chosen, 'archived', true),
  'To Inbox': (model, chosen) => model.flag(chosen, 'archived', false),
  Favourite: (model, chosen) => model.flag(chosen, 'favourite', true),
  'Move to Trash': (model, chosen) => model.flag(chosen, 'trashed', true),
  Restore: (model, chosen) => model.flag(chosen, 'trashed', false),
};

/** Picks some of the rows that are drawn, or all of a shelf. */
async function pick(stage: Stage, shelf: string, isAll: boolean): Promise<readonly ModelArticle[] | undefined> {
  const { library, model, chance } = stage;
  const onShelf = model.all().filter((article) => ON_SHELF[shelf]?.(article));
  if (onShelf.length < 2) return undefined;
  await show(library, `#${shelf}`);
  const says = `${onShelf.length} articles`;
  await until(
    library,
    `${says} in ${shelf}`,
    (words) => document.querySelector('.view-head')?.textContent?.includes(words),
    says,
  );
  await clickOn(library, '.view-head .chip', 'Select');
  await untilThere(library, '.bulk-bar');
  // A list that was just scrolled shows none for a moment.
  const inSight = await waitFor('rows in sight', PATIENCE_MS, async () => {
    const ids = await library.evaluate(readRowsInSight);
    return ids.length > 1 && ids;
  });
  const ids = inSight.slice(0, 2 + Math.floor(chance.next() * 3));
  const picked = onShelf.filter(({ id }) => isAll || ids.includes(id));
  if (isAll) await clickOn(library, '.bulk-bar .text-button', 'Select all');
  else for (const { id } of picked) await clickOn(library, `.row:has(a[href*="${id}"]) .row-pick`);
  const counted = `${picked.length} selected`;
  await until(library, counted, (words) => document.querySelector('.bulk-bar')?.textContent?.includes(words), counted);
  return picked;
}

/** Serialised into the page. Of the articles whose rows are seen whole: the focus on another would scroll, and draw others. */
function readRowsInSight(): readonly string[] {
  const box = document.querySelector('.rows')?.getBoundingClientRect();
  return [...document.querySelectorAll('.rows .row')].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const link = row.querySelector<HTMLAnchorElement>('h2 a');
    if (!box || !link || top < box.top || bottom > box.bottom) return [];
    return new URL(link.href).searchParams.get('article') ?? [];
  });
}

const untilUnpicked = ({ library }: Stage): Promise<void> =>
  until(library, 'the end of the selection', () => document.querySelector('.bulk-bar') === null);

export const changeMany: Step = async (stage) => {
  const { library, model, chance, undos, reader } = stage;
  const shelf = someOf(chance, ['inbox', 'inbox', 'archive', 'favourites']) ?? 'inbox';
  const chosen = await pick(stage, shelf, chance.isWithin(0.2));
  if (!chosen) return false;
  const act = someOf(chance, ['archive', 'Favourite', 'Move to Trash', 'list', 'tag']);
  const [listId = '', list] = someOf(chance, model.shownLists()) ?? [];
  if (act === 'tag') {
    const label = someTag(chance);
    await clickOn(library, '.bulk-bar input[aria-label="Tag them"]');
    await library.keyboard.type(label);
    await library.keyboard.press('Enter');
    undos.push(model.tag(chosen, label));
  } else if (act === 'list' && list) {
    await library.select('.bulk-bar select', listId);
    undos.push(model.addToList(chosen, listId));
  } else {
    const isKept = act === 'Move to Trash' && (chosen.includes(reader.article) || chosen.length > 8);
    const name =
      act === 'Favourite' || (act === 'Move to Trash' && !isKept) ? act : shelf === 'archive' ? 'To Inbox' : 'Archive';
    await clickOn(library, '.bulk-bar .button', name);
    const change = BULK[name];
    if (change) undos.push(change(model, chosen));
  }
  await untilUnpicked(stage);
  return undefined;
};

export const restoreMany: Step = async (stage) => {
  const chosen = await pick(stage, 'trash', false);
  if (!chosen) return false;
  await clickOn(stage.library, '.bulk-bar .button', 'Restore');
  stage.undos.push(stage.model.flag(chosen, 'trashed', false));
  await untilUnpicked(stage);
  return undefined;
};

export const eraseMany: Step = async (stage) => {
  const chosen = await pick(stage, 'trash', false);
  if (!chosen) return false;
  await clickOn(stage.library, '.bulk-bar .button', 'Erase…');
  await clickOn(stage.library, 'dialog[open] button', 'Erase for good');
  stage.model.erase(chosen);
  await untilUnpicked(stage);
  return undefined;
};

export const emptyTrash: Step = async ({ library, model }) => {
  const trashed = model.trashed();
  if (trashed.length === 0) return false;
  await show(library, '#trash');
  await clickOn(library, '.view-head .chip', 'Empty Trash');
  await clickOn(library, 'dialog[open] button', 'Erase for good');
  await until(library, 'an empty trash', () => /The trash is empty/.test(document.body.textContent ?? ''));
  model.erase(trashed);
  return undefined;
};

/** Whether the rows of a list stand there: those in sight, as rows far down are not drawn. Serialised into the page. */
function hasRowsOf({ name, ids }: { readonly name: string; readonly ids: readonly string[] }): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`.rows ol[aria-label="${name}"] .row h2 a`)];
  return links.length > 1 && links.every(({ href }) => ids.includes(new URL(href).searchParams.get('article') ?? ''));
}

const MOST_LISTS = 5;

export const createList: Step = async (stage) => {
  const { library, model, settle } = stage;
  const name = newName(stage);
  if (name === undefined || model.shownLists().length >= MOST_LISTS) return false;
  await show(library, '#inbox');
  await clickOn(library, 'nav .side-link', 'New list');
  await untilThere(library, 'nav .name-field:focus');
  await library.keyboard.type(name);
  await library.keyboard.press('Enter');
  // Its id and colour are Lectern's choice; `settle` learns them.
  model.lists.set('', { name, colour: 'amber', isDeleted: false });
  await settle();
  return undefined;
};

async function openList(stage: Stage): Promise<readonly [string, { readonly name: string }] | undefined> {
  const { library, model, chance } = stage;
  const chosen = someOf(chance, model.shownLists());
  if (!chosen) return undefined;
  await show(library, `#list/${chosen[0]}`);
  const { name } = chosen[1];
  await until(
    library,
    `the list ${name}`,
    (words) => document.querySelector('.view-head h1')?.textContent === words,
    name,
  );
  await untilThere(library, '.list-tools');
  return chosen;
}

export const renameList: Step = async (stage) => {
  const { library, model, undos } = stage;
  const name = newName(stage);
  const opened = name === undefined ? undefined : await openList(stage);
  if (!opened || name === undefined) return false;
  await clickOn(library, '.list-tools [aria-label="Rename this list"]');
  await untilThere(library, '.view-head .name-field:focus');
  await library.keyboard.type(name);
  await library.keyboard.press('Enter');
  undos.push(model.changeList(opened[0], { name }));
  return undefined;
};

export const recolourList: Step = async (stage) => {
  const { library, model, undos, chance } = stage;
  const opened = await openList(stage);
  const colour = someColour(chance);
  if (!opened || model.lists.get(opened[0])?.colour === colour) return false;
  await clickOn(library, `.swatch[title="${colour}"]`);
  undos.push(model.changeList(opened[0], { colour }));
  return undefined;
};

export const deleteList: Step = async (stage) => {
  const { library, model, undos } = stage;
  if (model.shownLists().length < 3) return false;
  const opened = await openList(stage);
  if (!opened) return false;
  await clickOn(library, '.list-tools [aria-label="Delete this list"]');
  undos.push(model.changeList(opened[0], { isDeleted: true }));
  return undefined;
};

/** Moves an article down in a list, where the order is tried by the tests of `lib/app`. */
export const moveInList: Step = async (stage) => {
  const { library, undos } = stage;
  const opened = await openList(stage);
  if (!opened) return false;
  const ids = stage.model.shown().flatMap(({ id, lists }) => (lists.has(opened[0]) ? [id] : []));
  if (ids.length < 2) return false;
  // Until then the rows of the place before stand there.
  await until(library, `the rows ${ids}`, hasRowsOf, { name: opened[1].name, ids });
  const id = ids[0] ?? '';
  await show(library, `#list/${opened[0]}/${id}`);
  await untilThere(library, `.rows [aria-current][href*="${id}"]`);
  const former = await library.evaluate((selected) => {
    const links = [...document.querySelectorAll<HTMLElement>('.rows .row h2 a')];
    const link = links.find((one) => one.matches(`[href*="${selected}"]`));
    link?.focus();
    return { order: links.map((one) => one.getAttribute('href')).join(), isLast: link === links.at(-1) };
  }, id);
  await library.keyboard.down('Alt');
  await library.keyboard.press(former.isLast ? 'ArrowUp' : 'ArrowDown');
  await library.keyboard.up('Alt');
  await until(
    library,
    'another order',
    (order) =>
      [...document.querySelectorAll('.rows .row h2 a')].map((one) => one.getAttribute('href')).join() !== order,
    former.order,
  );
  undos.push(() => undefined);
  return undefined;
};
