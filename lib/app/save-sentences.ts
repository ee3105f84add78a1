import { isNoRoom, whyNotWritten } from '../article/why-not-written.ts';
import type { RefusalReason, SaveOutcome, Sentence } from '../messages/requests.ts';

export type Refused = Extract<SaveOutcome, { readonly status: 'refused' }>;

const REFUSED: Readonly<Record<RefusalReason, Sentence>> = {
  'no-article': {
    what: 'There is no article on this page.',
    next: 'Open one and click again, or keep the link to this page.',
  },
  empty: {
    what: 'This page shows no text.',
    next: 'It may still be loading, or ask you to sign in first. Try again then, or keep the link.',
  },
  error: {
    what: 'This page is an error, not an article.',
    next: 'Its site says that something is missing or not allowed. Reload it, check the address, or keep the link.',
  },
  'sign-in': {
    what: 'This page asks you to sign in.',
    next: 'Sign in there first and click again, or keep the link.',
  },
  consent: {
    what: 'This page asks about cookies before it shows its text.',
    next: 'Answer there first and click again, or keep the link.',
  },
  shell: {
    what: 'This page shows no text yet.',
    next: 'Its script may still be loading, or is switched off. Wait for the text and click again, or keep the link.',
  },
  'no-other-cut': {
    what: 'Lectern finds no other part of this page that reads as an article.',
    next: 'You can keep the whole page’s text, or select what you want and keep the selection.',
  },
  'nothing-selected': {
    what: 'Nothing is selected on this page.',
    next: 'Select the text you want there, click Lectern’s button again, and choose Keep selection.',
  },
  pdf: { what: 'This is a PDF, not a web page.', next: 'Lectern can’t keep its text. It can keep the link.' },
  'not-html': { what: 'This is a file, not a web page.', next: 'Lectern can’t keep its text. It can keep the link.' },
  'too-large': {
    what: 'This page is too large to keep.',
    next: 'Its text is over 16 MB. Select the part you want and save the selection, or keep the link.',
  },
  'browser-page': {
    what: 'This is one of the browser’s own pages.',
    next: 'No extension can read it, so there is nothing to keep here.',
  },
  withheld: {
    what: 'The browser keeps this page to itself.',
    next: 'It is an error page, an empty tab or the source of a page. If an article should be here, reload it and try again.',
  },
  'store-page': {
    what: 'This page belongs to the browser’s extension store.',
    next: 'Browsers let no extension read it. Lectern can keep the link.',
  },
  blocked: {
    what: 'The browser did not let Lectern read this page.',
    next: 'It may be an error page, or protected by your organisation. Reload and try again, or keep the link.',
  },
  file: {
    what: 'This page is a file on your disk.',
    next: 'Lectern keeps pages from the web only.',
  },
  moved: {
    what: 'The tab went on to another page while it was being saved.',
    next: 'Nothing was kept of either. Click again to save the page you see now.',
  },
};

/** The answer to a save that the page or the browser did not allow. */
export const refused = (why: RefusalReason): Refused => ({ status: 'refused', why, sentence: REFUSED[why] });

/** The answer to a save that the database did not take; nothing of it remains. */
export function notWritten(error: unknown): Extract<SaveOutcome, { readonly status: 'failed' }> {
  const sentence = isNoRoom(error)
    ? {
        what: 'There is no room left on this disk.',
        next: 'Nothing of it was kept and your library is unchanged. Free some space on it and try again; once there is a little, emptying Lectern’s trash gives more.',
      }
    : {
        what: 'The article could not be written.',
        next: `Nothing of it was kept and your library is unchanged. The browser said: ${whyNotWritten(error)}`,
      };
  return { status: 'failed', sentence };
}
