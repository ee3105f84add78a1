import { isArticleGone } from '../../lib/article/article-gone.ts';

interface Parts {
  readonly show: (text: string) => void;
  readonly write: (text: string, former: string) => Promise<void>;
  /** Tells that a write failed, and that it was made good again. */
  readonly tell: (failure: { readonly error: unknown } | undefined) => void;
}

/** After so long without a keystroke, what is kept is shown, whatever was typed: it holds both windows' words. */
const QUIET_MS = 1000;
const RETRY_MS = 3000;

/**
 * A text that is kept while it is typed, and that other windows may write too. Each keystroke is written as a change of what the
 * field held before it. What comes back of the reader's own typing changes nothing; another window's text is shown at once, or
 * as soon as the reader rests.
 */
export function createTypedText({ show, write, tell }: Parts) {
  let kept = '';
  /** What the field held at the last keystroke. */
  let former = '';
  /** What it held before the first change that could not be written, until all of it is. */
  let unwritten: string | undefined;
  let isRetrying = false;
  /** Whether what it is written on was erased: only another keystroke tries again. */
  let isGone = false;
  /** What was typed here and has not come back from the database yet, oldest first. */
  let typed: string[] = [];
  let pending = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle(): void {
    typed = typed.slice(typed.lastIndexOf(kept) + 1);
    if (pending > 0 || unwritten !== undefined) return;
    clearTimeout(timer);
    if (typed.length === 0) {
      former = kept;
      show(kept);
    } else {
      timer = setTimeout(() => {
        typed = [];
        settle();
      }, QUIET_MS);
    }
  }

  /** Whether the text is written. */
  async function keep(text: string, from: string): Promise<boolean> {
    pending++;
    try {
      await write(text, from);
      return true;
    } catch (error) {
      // Changes after the first one that failed are nothing without it.
      unwritten ??= from;
      isGone = isArticleGone(error);
      tell({ error });
      return false;
    } finally {
      pending--;
    }
  }

  async function type(text: string): Promise<void> {
    const from = former;
    former = text;
    typed.push(text);
    clearTimeout(timer);
    if (unwritten !== undefined) return retry();
    if (!(await keep(text, from))) retryLater();
    settle();
  }

  /** Writes all that is not written yet as one change, one try at a time: two would each bring the same words. */
  async function retry(): Promise<void> {
    while (unwritten !== undefined && !isRetrying) {
      clearTimeout(timer);
      const text = former;
      isRetrying = true;
      const isKept = await keep(text, unwritten);
      isRetrying = false;
      if (!isKept) return retryLater();
      // What was typed meanwhile comes next.
      unwritten = former === text ? undefined : text;
      if (unwritten === undefined) tell(undefined);
    }
    settle();
  }

  function retryLater(): void {
    clearTimeout(timer);
    if (!isGone) timer = setTimeout(retry, RETRY_MS);
  }

  return {
    /** Takes the text as it is kept now. */
    receive(text: string): void {
      kept = text;
      settle();
    },
    /** Keeps what the field holds after a keystroke. */
    type,
  };
}
