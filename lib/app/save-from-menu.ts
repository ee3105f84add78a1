import type { SaveOutcome } from '../messages/requests.ts';
import type { MenuChoice } from '../platform/context-menus.ts';
import { keepLink, type Saving, savePage, saveSelection } from './save-page.ts';

type ShowOnButton = (sign: '✓' | '!', sentence: string, tabId: number) => Promise<void>;

/** Saves what was chosen in the context menu, and answers on the toolbar button, as no popup is open. */
export async function answerMenuChoice(saving: Saving, show: ShowOnButton, choice: MenuChoice): Promise<void> {
  const outcome = await saveChoice(saving, choice);
  const { tabId } = choice.tab;
  if (outcome.status === 'refused' || outcome.status === 'failed') {
    const { what, next } = outcome.sentence;
    return show('!', `${what} ${next}`, tabId);
  }
  return show('✓', SAID[outcome.status], tabId);
}

const SAID = {
  saved: 'Saved to Inbox',
  restored: 'Brought back from Trash',
  'text-added': 'Text added',
  'already-saved': 'Already in your library',
  updated: 'Text updated',
  unchanged: 'Already in your library',
  'kept-aside': 'Kept beside the text you have',
} as const;

function saveChoice(saving: Saving, choice: MenuChoice): Promise<SaveOutcome> {
  if (choice.kind === 'link') return keepLink(saving, choice.linkUrl, choice.linkText);
  return choice.kind === 'page' ? savePage(saving, choice.tab) : saveSelection(saving, choice.tab);
}
