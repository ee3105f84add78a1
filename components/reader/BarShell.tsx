import type { ComponentChildren } from 'preact';
import { Icon } from '../controls/Icon.tsx';
import type { ReaderApp } from './reader-app.ts';

interface BarShellProps {
  readonly app: Pick<ReaderApp, 'leave' | 'libraryAddress'>;
  readonly children?: ComponentChildren;
}

/** The bar over the text with its way back. The static page has the same markup, so nothing moves when the script runs. */
export function BarShell({ app, children }: BarShellProps) {
  return (
    <header class="reader-bar">
      <a
        class="icon-button"
        href={app.libraryAddress}
        aria-label="Back to the library"
        aria-keyshortcuts="l"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          app.leave();
        }}
      >
        <Icon name="back" />
      </a>
      {children}
    </header>
  );
}
