import { useEffect, useRef } from 'preact/hooks';
import type { LibraryCounts } from '../../lib/app/library.ts';
import type { List } from '../../lib/article/list.ts';
import { formatCount } from '../../lib/library/row-facts.ts';
import { Icon } from '../controls/Icon.tsx';
import { valueOr } from '../controls/use-live.ts';
import { BackupLine } from './BackupLine.tsx';
import type { LibraryApp } from './library-app.ts';
import { SHELF_NAMES } from './place-words.ts';
import { keyOf, type Place, SHELVES } from './route.ts';
import { SidebarLink } from './SidebarLink.tsx';
import { SidebarLists } from './SidebarLists.tsx';
import './sidebar.css';

interface SidebarProps {
  readonly app: LibraryApp;
  readonly place: Place;
  readonly counts: LibraryCounts | undefined;
  readonly lists: readonly List[];
  readonly showKeys: () => void;
  /** On a narrow window the sidebar lies over the rows, until something in it was chosen. */
  readonly isOverlay: boolean;
  readonly isOpen: boolean;
  /** Folds it up and gives the focus back. */
  readonly close: () => void;
  /** Folds it up after the focus went elsewhere. */
  readonly leave: () => void;
}

/** Every place of the library, each with its number. */
export function Sidebar({ app, place, counts, lists, showKeys, isOverlay, isOpen, close, leave }: SidebarProps) {
  // Narrowed or not, the notes are one place here.
  const present = place.kind === 'notes' ? 'notes' : keyOf(place);
  const later = app.later.value;
  const shelves = counts?.shelves;
  const link = (to: Place, name: string, count?: number) => (
    <SidebarLink place={to} name={name} count={count} isHere={keyOf(to) === present} choose={close} />
  );
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOverlay && isOpen) nav.current?.querySelector('button')?.focus();
  }, [isOverlay, isOpen]);

  return (
    <nav
      class="sidebar"
      aria-label="Library"
      data-open={isOpen}
      inert={isOverlay && !isOpen}
      ref={nav}
      onFocusOut={({ relatedTarget }) => {
        if (isOpen && relatedTarget instanceof Node && !nav.current?.contains(relatedTarget)) leave();
      }}
    >
      <div class="brand">
        <Icon name="lectern" size={22} />
        <span>Lectern</span>
        {isOverlay && (
          <button type="button" class="icon-button brand-close" aria-label="Close the menu" onClick={close}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <ul>
        {SHELVES.map((shelf) => (
          <li key={shelf}>{link({ kind: 'shelf', shelf }, SHELF_NAMES[shelf], shelves?.[shelf])}</li>
        ))}
        <li>{link({ kind: 'notes' }, 'Notes & highlights', counts?.notes)}</li>
      </ul>
      <SidebarLists app={app} lists={lists} counts={counts?.lists} present={present} choose={close} />
      {later && <later.SavedSearches app={app} present={present} choose={close} />}
      {counts !== undefined && counts.tags.length > 0 && (
        <>
          <h2>Tags</h2>
          <ul>
            {counts.tags.map(({ tagKey, label, colour, count }) => (
              <li key={tagKey} data-colour={colour}>
                {link({ kind: 'tag', tagKey }, `# ${label}`, count)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="sidebar-foot">
        <ul>
          <li>
            <a class="side-link" href={app.transferAddress}>
              <span class="side-name">Import and export</span>
            </a>
          </li>
          <li>{link({ kind: 'statistics' }, 'Your reading')}</li>
          <li>{link({ kind: 'settings' }, 'Settings')}</li>
          <li>{link({ kind: 'privacy' }, 'Privacy')}</li>
          <li>
            <button type="button" class="side-link plain-button" onClick={showKeys}>
              <span class="side-name">Keys</span>
              <kbd>?</kbd>
            </button>
          </li>
        </ul>
        {shelves && shelves.inbox + shelves.archive > 0 && (
          <BackupLine
            facts={valueOr(app.backup.value, undefined)}
            now={app.now()}
            transferAddress={app.transferAddress}
          />
        )}
        <p class="number">{shelves && footLine(shelves.inbox + shelves.archive)}</p>
      </div>
    </nav>
  );
}

const footLine = (total: number): string =>
  `${formatCount(total)} ${total === 1 ? 'article' : 'articles'} · all on this device`;
