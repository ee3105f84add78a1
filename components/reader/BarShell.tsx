import type { ComponentChildren } from 'preact';
import { Icon } from '../controls/Icon.tsx';

interface BarShellProps {
  readonly leave: () => void;
  readonly children?: ComponentChildren;
}

/** The bar over the text with its way back. The static page has the same markup, so nothing moves when the script runs. */
export function BarShell({ leave, children }: BarShellProps) {
  return (
    <header class="reader-bar">
      <a
        class="icon-button"
        href="/library.html"
        aria-label="Back to the library"
        aria-keyshortcuts="l"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          leave();
        }}
      >
        <Icon name="back" />
      </a>
      {children}
    </header>
  );
}
