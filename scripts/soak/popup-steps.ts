import type { Page } from 'puppeteer-core';
import { storyUrl } from '../durability/stories.ts';
import { clickOn, until, untilThere, writeIn } from './hands.ts';
import type { ModelArticle } from './model.ts';
import { LONG_NOTE, newName, type Stage, type Step, someOf, someTag, someWords } from './stage.ts';

// Pages that are saved by a real click on the toolbar button, and what is done in the popup.

const SAID = {
  saved: 'Saved to Inbox · 2 pictures kept',
  restored: 'Back from Trash · 2 pictures kept',
  'already-saved': 'In your library · 2 pictures kept',
};

/** The first pages are saved before there is a reader. */
type Saving = Omit<Stage, 'reader'>;
type Act = (stage: Saving, popup: Page, article: ModelArticle) => Promise<unknown>;

const tag: Act = async ({ model, chance }, popup, article) => {
  const label = someTag(chance);
  await clickOn(popup, '.card .tag-field input');
  await popup.keyboard.type(label);
  await popup.keyboard.press('Enter');
  model.tag([article], label);
  await untilThere(popup, `.card [aria-label="Remove tag ${label}"]`);
};

const untag: Act = async ({ model, chance }, popup, article) => {
  const label = someOf(chance, [...article.tags]);
  if (label === undefined) return;
  await clickOn(popup, `.card [aria-label="Remove tag ${label}"]`);
  model.untag(article, label);
};

const note: Act = async ({ chance }, popup, article) => {
  const isNew = article.note.length > LONG_NOTE;
  const words = someWords(chance);
  await writeIn(popup, '.card .note-field textarea', words, isNew);
  article.note = isNew ? words : article.note + words;
};

const list: Act = async ({ model, chance, settle }, popup, article) => {
  const [id = '', chosen] = someOf(chance, model.shownLists()) ?? [];
  if (!chosen) return;
  // As it is seen: the database may be ahead of the screen by a moment.
  await clickOn(popup, `.card [data-list-key][aria-pressed="${article.lists.has(id)}"]`, chosen.name);
  const back = article.lists.has(id) ? model.takeOffList(article, id) : model.addToList([article], id);
  await settle();
  if (chance.isWithin(0.6)) return;
  await clickOn(popup, '.undo-bar button');
  back();
};

const inbox: Act = async ({ model }, popup, article) => {
  await clickOn(popup, `.card .chip[aria-pressed="${!article.flags.has('archived')}"]`, 'Inbox');
  model.flag([article], 'archived', !article.flags.has('archived'));
};

const newList: Act = async (stage, popup, article) => {
  const { model, settle } = stage;
  const name = newName(stage);
  if (name === undefined || model.shownLists().length >= 5) return;
  await clickOn(popup, '.card .chip', 'List');
  await untilThere(popup, '[aria-label="Name of the new list"]:focus');
  await popup.keyboard.type(name);
  await popup.keyboard.press('Enter');
  model.lists.set('', { name, colour: 'amber', isDeleted: false });
  article.lists.add('');
  await settle();
};

const search: Act = async (_, popup, article) => {
  await clickOn(popup, '.search input');
  await popup.keyboard.type(`"token ${article.number}"`);
  await until(
    popup,
    'what was searched for',
    (id) => document.querySelector(`[data-article="${id}"]`) !== null,
    article.id,
  );
};

const ACTS: readonly Act[] = [tag, tag, untag, note, note, list, list, inbox, newList, search];

async function visit(stage: Saving, number: string): Promise<void> {
  const { chromium, tab, model, chance, settle } = stage;
  await tab.goto(storyUrl(number));
  const popup = await chromium.clickToolbar(tab);
  const says = SAID[model.save(number)];
  await until(
    popup,
    says,
    (words) => document.querySelector('.card [role="status"]')?.textContent?.startsWith(words),
    says,
  );
  await settle();
  const article = model.articles.get(number);
  const count = Math.floor(chance.next() * 3);
  for (let n = 0; article && n < count; n++) {
    await someOf(chance, ACTS)?.(stage, popup, article);
    await settle();
  }
  await popup.close();
}

export const saveNew = (stage: Saving): Promise<undefined> => visit(stage, stage.nextStory()).then(() => undefined);

export const saveAgain: Step = async (stage) => {
  const article = someOf(stage.chance, stage.model.all());
  if (!article) return false;
  await visit(stage, article.number);
  return undefined;
};
