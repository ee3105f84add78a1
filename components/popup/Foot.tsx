import type { FirstRows } from '../../lib/app/first-rows.ts';
import { formatCount } from '../../lib/library/row-facts.ts';

interface FootProps {
  readonly totals: FirstRows['totals'];
  readonly openLibrary: () => void;
}

export function Foot({ totals, openLibrary }: FootProps) {
  const loaded = totals.value;
  const total = loaded.status === 'ready' ? loaded.value.articles : undefined;
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
