import type { Library } from '../../lib/app/library.ts';
import { formatCount } from '../../lib/library/row-facts.ts';
import { useLive, valueOr } from '../controls/use-live.ts';
import type { PopupApp } from './popup-app.ts';
import '../controls/colours.css';

/** The reader's lists with their numbers; each opens in the library. */
export function ListRows({ app, library }: { app: PopupApp; library: Library }) {
  const lists = valueOr(app.first.lists.value, undefined);
  const counts = valueOr(useLive(library.counts, []), undefined);
  if (lists?.length === 0) return <p class="empty">No lists yet. Save an article and choose ＋ List.</p>;
  return (
    <ul class="rows" aria-label="Lists">
      {lists?.map((list) => (
        <li key={list.id}>
          <button type="button" class="row plain-button" onClick={() => app.openLibrary(`#list/${list.id}`)}>
            <span class="list-name">
              <span class="dot" data-colour={list.colour} data-icon={list.icon} />
              <span dir="auto">{list.name}</span>
            </span>
            <span class="muted small number">{formatCount(counts?.lists.get(list.id) ?? 0)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
