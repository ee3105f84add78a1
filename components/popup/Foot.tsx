import type { LibraryCounts, Live } from '../../lib/app/library.ts';
import { formatCount } from '../../lib/library/row-facts.ts';

interface FootProps {
  readonly counts: Live<LibraryCounts>;
  readonly openLibrary: () => void;
}

export function Foot({ counts, openLibrary }: FootProps) {
  const loaded = counts.value;
  const shelves = loaded.status === 'ready' ? loaded.value.shelves : undefined;
  const total = shelves && shelves.inbox + shelves.archive;
  return (
    <footer class="foot">
      <span class="number">
        {total === undefined
          ? ''
          : `${formatCount(total)} ${total === 1 ? 'article' : 'articles'} · all on this device`}
      </span>
      <button type="button" class="plain-button foot-open" onClick={() => openLibrary()}>
        Open library <kbd>L</kbd>
      </button>
    </footer>
  );
}
