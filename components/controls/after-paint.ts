/** The longest wait for a frame, in milliseconds: a tab that is not seen draws none. */
const PATIENCE = 200;

/** Resolves once the next frame is on the screen: for what may come after it, and would hold it up. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // The frame is painted after its callbacks.
      setTimeout(resolve);
    });
  });
