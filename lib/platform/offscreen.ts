import { browser } from 'wxt/browser';

/** Documents beside Chromium's worker. The browser allows one at a time. */
const DOCUMENTS = {
  reader: {
    url: '/text-reader.html',
    reasons: ['DOM_PARSER'],
    justification: 'Takes the article out of a page that was fetched.',
  },
  backup: {
    url: '/backup.html',
    reasons: ['DOM_PARSER'],
    justification: 'Writes the library as readable pages into the folder of its backups.',
  },
} as const;

type DocumentName = keyof typeof DOCUMENTS;

/** Firefox has none, and needs none: its background part is a page. */
export const hasOffscreen = (): boolean => browser.offscreen !== undefined;

/** Milliseconds between two looks at whether another document has ended, and the longest wait for it. */
const EVERY = 1000;
const LONGEST = 10 * 60_000;

let opening: Promise<void> | undefined;

/** Opens a document, after the end of another. @throws if that does not end */
export function openOffscreen(name: DocumentName): Promise<void> {
  // Two calls at once must not open two.
  opening ??= open(name).finally(() => {
    opening = undefined;
  });
  return opening;
}

async function open(name: DocumentName): Promise<void> {
  const { url, reasons, justification } = DOCUMENTS[name];
  for (let waited = 0; waited < LONGEST; waited += EVERY) {
    const present = await presentDocument();
    if (present === name) return;
    if (present === undefined) {
      await browser.offscreen.createDocument({ url, reasons: [...reasons], justification });
      return;
    }
    await new Promise((go) => setTimeout(go, EVERY));
  }
  throw new Error('Another document did not end');
}

async function presentDocument(): Promise<DocumentName | undefined> {
  const [context] = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (!context) return undefined;
  return context.documentUrl?.endsWith(DOCUMENTS.backup.url) ? 'backup' : 'reader';
}

/** Closes a document, if it is this one that is open. */
export async function closeOffscreen(name: DocumentName): Promise<void> {
  if ((await presentDocument()) === name) await browser.offscreen.closeDocument().catch(() => undefined);
}
