import { isArticleGone } from '../../lib/article/article-gone.ts';
import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import type { UndoHistory } from '../controls/undo-history.ts';

/** Says so on the page's bar where a note could not be kept because its article is gone: its field goes with the article. */
export async function tellIfGone({ say }: Pick<UndoHistory, 'say'>, writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (isArticleGone(error)) say(`${whyNotWritten(error)} What you wrote waits under Notes & highlights.`);
    throw error;
  }
}
