interface Around {
  /** How far the page is scrolled. */
  readonly scroll: number;
  readonly windowHeight: number;
  /** From the top of the page to the article. */
  readonly articleTop: number;
  /** The height of the lines that stay clear. */
  readonly clear: number;
}

/** Where the lines that stay clear have their middle, as a share of the window: a little above its own. */
const REST = 0.38;

/**
 * Where in the window the lines that stay clear begin; all in pixels. Above the article there is little to scroll, and a line
 * that stood still would leave out its first ones: so it starts at them, and sinks to its rest within a window's height.
 */
export function focusLineTop({ scroll, windowHeight, articleTop, clear }: Around): number {
  const rest = REST * windowHeight - clear / 2;
  const first = Math.min(rest, articleTop);
  return first + (rest - first) * Math.min(1, Math.max(0, scroll / windowHeight));
}
