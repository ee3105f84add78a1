import type { CaptureWarning, Receipt } from '../article/capture.ts';
import { formatCount } from './row-facts.ts';

export interface WarningWords {
  /** What may be missing: one line. */
  readonly what: string;
  /** What helps. */
  readonly remedy: string;
}

const WORDS: Readonly<Record<Exclude<CaptureWarning, 'left-out'>, WarningWords>> = {
  error: { what: 'This looks like an error page.', remedy: 'Reload the page, then update the text.' },
  'sign-in': { what: 'This looks like a page to sign in.', remedy: 'Sign in there, then update the text.' },
  consent: { what: 'This looks like a question about cookies.', remedy: 'Answer it there, then update the text.' },
  shell: {
    what: 'The page may not have shown its text yet.',
    remedy: 'Wait until it does, then update the text.',
  },
  teaser: {
    what: 'Only the beginning: the page holds back the rest.',
    remedy: 'Sign in there, then update the text.',
  },
  listing: {
    what: 'This looks like the beginnings of several texts.',
    remedy: 'Open the one you want and save it, or keep the selection.',
  },
  plain: {
    what: 'The page was too much for a careful look.',
    remedy: 'Compare the text with the page, and try another cut if something is missing.',
  },
};

/** Says in words what a text may be missing. */
export function warningWords(
  warning: CaptureWarning,
  receipt: Pick<Receipt, 'leftOutWords'> | undefined,
): WarningWords {
  if (warning !== 'left-out') return WORDS[warning];
  const count = receipt?.leftOutWords ?? 0;
  return {
    what: `${count > 0 ? formatCount(count) : 'Some'} words beside the text were left out.`,
    remedy: 'Try another cut, or keep the whole page’s text.',
  };
}

/** How a text was taken, where it was not the usual way: for the list of the texts kept. */
export function cutWords(receipt: Receipt | undefined): string {
  if (receipt === undefined || receipt.cut === 0) return '';
  return receipt.cut === 'whole-page' ? 'whole page' : `cut ${receipt.cut + 1}`;
}
