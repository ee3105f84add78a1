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
  /** What the field held at the last keystroke, and before the first change that could not be written. */
  let former = '';
  let unwritten: string | undefined;
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

  async function type(text: string): Promise<void> {
    const from = unwritten ?? former;
    former = text;
    unwritten = undefined;
    typed.push(text);
    pending++;
    clearTimeout(timer);
    try {
      await write(text, from);
      tell(undefined);
    } catch (error) {
      unwritten ??= from;
      clearTimeout(timer);
      timer = setTimeout(() => type(former), RETRY_MS);
      tell({ error });
    } finally {
      pending--;
      settle();
    }
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
