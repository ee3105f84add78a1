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
  const detail = error instanceof Error ? error.message : String(error);
  const isFull = /quota/i.test(`${error instanceof Error ? error.name : ''} ${detail}`);
  const sentence = isFull
    ? {
        what: 'There is no room left on this disk.',
        next: 'Nothing of it was kept and your library is unchanged. Free some space, then try again.',
      }
    : {
        what: 'The article could not be written.',
        next: `Nothing of it was kept and your library is unchanged. The browser said: ${detail}`,
      };
  return { status: 'failed', sentence };
}
