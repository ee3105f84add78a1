import type { LibraryCounts } from '../../lib/app/library.ts';
import type { List } from '../../lib/article/list.ts';
import type { Shelf } from '../../lib/article/reading.ts';
import type { IconName } from '../controls/Icon.tsx';
import type { Place } from './route.ts';

export const SHELF_NAMES: Readonly<Record<Shelf, string>> = {
  inbox: 'Inbox',
  reading: 'Reading',
  favourites: 'Favourites',
  archive: 'Archive',
  trash: 'Trash',
};

/** What a place is called in its heading and in the window's title; `lists` are absent until they are read. */
export function nameOf(place: Place, lists: readonly List[] | undefined, tags: LibraryCounts['tags']): string {
  switch (place.kind) {
    case 'shelf':
      return SHELF_NAMES[place.shelf];
    case 'list':
      return lists ? (lists.find(({ id }) => id === place.listId)?.name ?? 'No such list') : 'List';
    case 'tag':
      return `# ${tags.find(({ tagKey }) => tagKey === place.tagKey)?.label ?? place.tagKey}`;
    case 'search':
      return 'Search';
    case 'time':
      return `I have ${place.minutes} minutes`;
    case 'notes':
      return 'Notes';
    case 'review':
      return 'Weekly review';
    case 'statistics':
      return 'Your reading';
    case 'settings':
      return 'Settings';
    case 'privacy':
      return 'Privacy';
  }
}

export interface EmptyWords {
  readonly icon: IconName;
  readonly title: string;
  /** The next step, in one line. */
  readonly step: string;
}

const EMPTY_SHELVES: Readonly<Record<Shelf, EmptyWords>> = {
  inbox: {
    icon: 'inbox',
    title: 'Nothing to read',
    step: 'Open an article and click Lectern’s button to keep it here.',
  },
  reading: { icon: 'lectern', title: 'Nothing begun', step: 'Articles you have started to read wait here for you.' },
  favourites: { icon: 'star', title: 'No favourites', step: 'Press F on an article to find it here again.' },
  archive: {
    icon: 'check',
    title: 'Nothing archived',
    step: 'Press E when you are done with an article; it moves here.',
  },
  trash: {
    icon: 'trash',
    title: 'The trash is empty',
    step: 'What you press # on waits here for 30 days, unless you restore it, and is then erased.',
  },
};

/** What an empty place says. */
export function emptyWordsOf(place: Place): EmptyWords {
  if (place.kind === 'shelf') return EMPTY_SHELVES[place.shelf];
  if (place.kind === 'list') {
    return { icon: 'list', title: 'Nothing on this list', step: 'Drag an article onto its name, or press its number.' };
  }
  if (place.kind === 'tag')
    return { icon: 'list', title: 'No article has this tag', step: 'Tags are added beside an article.' };
  if (place.kind === 'time') {
    return {
      icon: 'lectern',
      title: 'Nothing fits',
      step: 'Everything in Inbox takes longer. Choose more time, or begin one anyway.',
    };
  }
  if (place.kind === 'notes') {
    return { icon: 'pen', title: 'No notes', step: 'Press N on an article to write one; it is kept as you type.' };
  }
  return {
    icon: 'search',
    title: 'Nothing found',
    step: 'Texts, titles, notes and tags are searched. Try fewer words, or without conditions such as is:unread.',
  };
}
