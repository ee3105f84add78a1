import type { Page } from 'puppeteer-core';
import { COLOURS } from '../../lib/article/list.ts';
import { clickOn, press, until, untilThere, writeIn } from './hands.ts';
import type { ModelArticle } from './model.ts';
import { LONG_NOTE, type Stage, type Step, someColour, someOf, someWords } from './stage.ts';

// What is done while an article is read: in a tab that is opened for it, and in one that stays open all the time.

const ACTIVE = '.mark-note[data-active="true"]';
/** More would lie over each other. */
const MOST_MARKS = 6;

type Act = (stage: Stage, page: Page, article: ModelArticle) => Promise<unknown>;

const untilLoaded = (page: Page): Promise<void> => untilThere(page, '.notes-beside .margin-notes');

const idOfActive = async (page: Page): Promise<string> => {
  await untilThere(page, ACTIVE);
  return page.evaluate((css) => document.querySelector<HTMLElement>(css)?.dataset['markId'] ?? '', ACTIVE);
};

const mark: Act = async ({ chance }, page, article) => {
  if ([...article.marks.values()].filter(({ isDeleted }) => !isDeleted).length >= MOST_MARKS) return;
  await leaveMark(page);
  await page.evaluate(
    (at) => {
      const paragraphs = [...document.querySelectorAll('.article-body p')];
      const paragraph = paragraphs[at % paragraphs.length];
      paragraph?.scrollIntoView({ block: 'center' });
      const text = paragraph?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 4, text, 40);
    },
    Math.floor(chance.next() * 100),
  );
  await untilThere(page, '.mark-toolbar[aria-label="Mark the selection"]');
  const colour = someColour(chance);
  await clickOn(page, `.mark-toolbar [aria-label="Mark ${colour}"]`);
  const id = await idOfActive(page);
  article.marks.set(id, { colour, note: '', isDeleted: false });
};

/** Goes to the next mark. Gives the model's, where there is one. */
async function nextMark(page: Page, { marks }: ModelArticle) {
  if (![...marks.values()].some(({ isDeleted }) => !isDeleted)) return undefined;
  await press(page, '.');
  return marks.get(await idOfActive(page));
}

const leaveMark = (page: Page): Promise<void> => press(page, 'Escape');

const recolour: Act = async ({ chance }, page, article) => {
  const found = await nextMark(page, article);
  const colour = someOf(
    chance,
    COLOURS.filter((one) => one !== found?.colour),
  );
  if (!found || !colour) return;
  await clickOn(page, `.mark-toolbar[aria-label="This mark"] [aria-label="Mark ${colour}"]`);
  found.colour = colour;
};

const removeMark: Act = async ({ settle, chance }, page, article) => {
  const found = await nextMark(page, article);
  if (!found) return;
  await press(page, 'Delete');
  found.isDeleted = true;
  await settle();
  if (chance.isWithin(0.5)) return;
  await press(page, 'z');
  found.isDeleted = false;
};

const noteOnMark: Act = async ({ chance }, page, article) => {
  const found = await nextMark(page, article);
  if (!found) return;
  await press(page, 'Enter');
  const field = '.mark-note textarea';
  await untilThere(page, `${field}:focus`);
  const isNew = found.note.length > LONG_NOTE;
  const words = someWords(chance);
  await writeIn(page, field, words, isNew);
  found.note = isNew ? words : found.note + words;
  await page.keyboard.press('Escape');
};

const noteBeside: Act = async ({ chance }, page, article) => {
  const isNew = article.note.length > LONG_NOTE;
  const words = someWords(chance);
  const field = '.note-beside textarea';
  // What another page wrote shall be shown by now.
  await until(page, 'the note', ([css, text]) => document.querySelector<HTMLTextAreaElement>(css)?.value === text, [
    field,
    article.note,
  ] as const);
  await writeIn(page, field, words, isNew);
  article.note = isNew ? words : article.note + words;
  await page.keyboard.press('Escape');
};

const isPressed = (page: Page, label: string, isOn: boolean): Promise<void> =>
  until(
    page,
    `${label} to be ${isOn}`,
    ([name, on]) => document.querySelector(`.bar-actions [aria-label="${name}"]`)?.getAttribute('aria-pressed') === on,
    [label, String(isOn)] as const,
  );

const star: Act = async ({ model }, page, article) => {
  await isPressed(page, 'Favourite', article.flags.has('favourite'));
  await press(page, 'f');
  model.flag([article], 'favourite', !article.flags.has('favourite'));
};

const done: Act = async ({ model, settle, chance }, page, article) => {
  await isPressed(page, 'Done', article.flags.has('archived'));
  await press(page, 'e');
  const back = model.flag([article], 'archived', !article.flags.has('archived'));
  await settle();
  if (chance.isWithin(0.5)) return;
  await press(page, 'z');
  back();
};

const find: Act = async ({ chance }, page) => {
  await press(page, '/');
  await untilThere(page, '.find-bar input:focus');
  await page.keyboard.type(someOf(chance, ['harbour', 'lamp', 'engine']) ?? '');
  await until(page, 'what was found', () =>
    /^\d+ of \d+/.test(document.querySelector('.find-bar output')?.textContent ?? ''),
  );
  await page.keyboard.press('Escape');
};

const scroll: Act = async ({ chance }, page) => {
  await page.evaluate((share) => scrollTo(0, share * document.body.scrollHeight), chance.next());
};

const ACTS: readonly Act[] = [mark, mark, recolour, removeMark, noteOnMark, noteBeside, star, done, find, scroll];

async function actOn(stage: Stage, page: Page, article: ModelArticle, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await someOf(stage.chance, ACTS)?.(stage, page, article);
    await leaveMark(page);
    await stage.settle();
  }
}

export const readAnew: Step = async (stage) => {
  const { chromium, chance, model } = stage;
  const article = someOf(chance, model.shown());
  if (!article) return false;
  const page = await chromium.openExtensionPage(`reader.html?article=${article.id}`);
  await untilLoaded(page);
  await actOn(stage, page, article, 1 + Math.floor(chance.next() * 3));
  await page.close();
  return undefined;
};

export const readOn: Step = async (stage) => {
  const { page, article } = stage.reader;
  await page.bringToFront();
  await untilLoaded(page);
  await actOn(stage, page, article, 1);
  return undefined;
};
