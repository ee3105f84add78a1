/**
 * Where the focus was lost with what had it, gives it to the first of these that is there, once what changes was drawn. A heading
 * takes it where there is nothing better, so that the Tab key goes on from there. Where the reader took the focus elsewhere, it stays.
 */
export function giveLostFocus(...selectors: readonly string[]): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) giveFocus(selectors);
  });
}

function giveFocus(selectors: readonly string[]): void {
  const target = selectors.map((one) => document.querySelector<HTMLElement>(one)).find((found) => found !== null);
  if (!target) return;
  if (target.matches('h1')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
