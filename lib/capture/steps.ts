/** One thing done on the way from a page to its text. By its id a bench leaves it out, to see what it is worth. */
export interface Step<Subject> {
  readonly id: string;
  /** What a reader would see without it. */
  readonly why: string;
  readonly apply: (subject: Subject) => void;
}

/**
 * Does a step, or does not: benches leave steps out, and look at the page before and after.
 * @param root what the step changes
 */
export type RunStep = (id: string, apply: () => void, root: Element | undefined) => void;

export const runEach: RunStep = (_id, apply) => apply();
