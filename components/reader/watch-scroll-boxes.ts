/**
 * Makes boxes that scroll sideways reachable by the keyboard, with a name, for as long as their content is wider than
 * they are. Gives the function that stops it.
 */
export function watchScrollBoxes(root: Element): () => void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target, target.scrollWidth > target.clientWidth + 1);
  });
  for (const box of root.querySelectorAll('.scroll-box')) observer.observe(box);
  return () => observer.disconnect();
}

function mark(box: Element, isWider: boolean): void {
  if (isWider) {
    box.setAttribute('tabindex', '0');
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', box.getAttribute('data-name') ?? '');
  } else {
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
  }
}
