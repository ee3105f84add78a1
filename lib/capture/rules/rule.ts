/** What a rule may know of the page beside its text. */
export interface RuleContext {
  readonly url: string;
  readonly title: string;
  readonly siteName: string;
  readonly authors: readonly string[];
}

/** One way in which furniture of the page gets into the text, and how it is taken out. */
export interface Rule {
  /** `<verb>-<target>`, the name of the rule's file and of its fixtures. */
  readonly id: string;
  /** What a reader would see without it. */
  readonly why: string;
  /** Changes `root` and nothing else. Twice gives the same as once. */
  readonly apply: (root: Element, context: RuleContext) => void;
}
