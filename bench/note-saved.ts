// Stands before the popup's own script in the bench's copy, and notes when the popup first says that the page is saved.
// `bench/support/measure-saving.ts` reads it; from outside, a debugger would come too late.

declare global {
  /** Milliseconds since the epoch. */
  var benchSavedAt: number | undefined;
}

const observer = new MutationObserver(() => {
  if (!/Saved/.test(document.querySelector('.status')?.textContent ?? '')) return;
  observer.disconnect();
  globalThis.benchSavedAt = performance.timeOrigin + performance.now();
});
observer.observe(document, { childList: true, subtree: true, characterData: true });

export {};
