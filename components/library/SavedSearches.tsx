import type { List } from '../../lib/article/list.ts';
import { useLive, valueOr } from '../controls/use-live.ts';
import type { LibraryApp } from './library-app.ts';
import { keyOf, searchFor } from './route.ts';
import { SidebarLink } from './SidebarLink.tsx';

interface SavedSearchesProps {
  readonly app: LibraryApp;
  readonly present: string;
  readonly choose: () => void;
}

/** Searches the reader kept, each with what it finds now. */
export function SavedSearches({ app, present, choose }: SavedSearchesProps) {
  const searches = valueOr(app.searches.value, []);
  if (searches.length === 0) return null;
  return (
    <>
      <h2>Searches</h2>
      <ul>
        {searches.map((search) => (
          <li key={search.id}>
            <SavedSearch app={app} search={search} present={present} choose={choose} />
          </li>
        ))}
      </ul>
    </>
  );
}

function SavedSearch({ app, search, present, choose }: SavedSearchesProps & { search: List }) {
  const typed = search.query ?? '';
  const answer = valueOr(
    useLive(() => app.library.search(typed, 'newest', 0), [typed]),
    undefined,
  );
  const place = searchFor(typed, 'relevance');
  return (
    <SidebarLink
      place={place}
      name={search.name}
      count={answer?.count}
      isHere={keyOf(place) === present}
      choose={choose}
    />
  );
}
