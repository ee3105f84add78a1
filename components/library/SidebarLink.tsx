import type { ComponentChildren } from 'preact';
import { formatCount } from '../../lib/library/row-facts.ts';
import { hashOf, type Place } from './route.ts';

interface SidebarLinkProps {
  readonly place: Place;
  readonly name: string;
  readonly count: number | undefined;
  readonly isHere: boolean;
  readonly choose: () => void;
  /** What stands before the name. */
  readonly children?: ComponentChildren;
}

/** The way to one place. */
export function SidebarLink({ place, name, count, isHere, choose, children }: SidebarLinkProps) {
  return (
    <a
      class="side-link"
      // With the path: a bare hash below the window's edge counts as a broken skip link (axe 4.14, rule skip-link).
      href={`${location.pathname}${hashOf({ place })}`}
      aria-current={isHere ? 'page' : undefined}
      title={name.length > 22 ? name : undefined}
      draggable={false}
      onClick={choose}
    >
      {children}
      <span class="side-name" dir="auto">
        {name}
      </span>
      {count !== undefined && count > 0 && (
        <span class="side-count number">
          {formatCount(count)}
          <span class="visually-hidden"> {count === 1 ? 'entry' : 'entries'}</span>
        </span>
      )}
    </a>
  );
}
