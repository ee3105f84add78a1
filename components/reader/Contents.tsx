import type { ReadonlySignal } from '@preact/signals';
import type { Heading } from '../../lib/reader/contents.ts';

interface ContentsProps {
  readonly headings: readonly Heading[];
  readonly current: ReadonlySignal<Heading | undefined>;
}

/** The headings of the text, the one being read marked: beside the text, or folded above it where there is no room. */
export function Contents({ headings, current }: ContentsProps) {
  if (headings.length < 2) return null;
  const least = Math.min(...headings.map(({ level }) => level));
  const items = () =>
    headings.map((heading) => (
      <li key={heading} data-depth={heading.level - least}>
        <a
          href={`#${heading.element.id}`}
          dir="auto"
          aria-current={current.value === heading ? 'location' : undefined}
          onClick={(event) => {
            event.preventDefault();
            // Folded first: it takes its height with it, and the way is measured without.
            event.currentTarget.closest('details')?.removeAttribute('open');
            goTo(heading.element);
          }}
        >
          {heading.text}
        </a>
      </li>
    ));
  return (
    <nav class="contents" aria-label="Contents">
      <ol class="contents-beside">{items()}</ol>
      <details class="contents-above">
        <summary>Contents</summary>
        <ol>{items()}</ol>
      </details>
    </nav>
  );
}

/** Without an entry in the history, so that one step back still leads to the library. */
function goTo(heading: Element): void {
  heading.scrollIntoView({ block: 'start' });
  if (!(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
