import type { FirstRows } from '../../lib/app/first-rows.ts';
import { formatCount } from '../../lib/library/row-facts.ts';

export type Tab = 'up-next' | 'lists' | 'notes';

const NAMES: readonly (readonly [Tab, string])[] = [
  ['up-next', 'Up next'],
  ['lists', 'Lists'],
  ['notes', 'Notes'],
];

interface TabsProps {
  readonly totals: FirstRows['totals'];
  readonly tab: Tab;
  readonly choose: (tab: Tab) => void;
}

/** Up next, Lists, Notes, each with its number; arrow keys go between them. */
export function Tabs({ totals, tab, choose }: TabsProps) {
  const loaded = totals.value;
  const numberOf = (name: Tab): number | undefined => {
    if (loaded.status !== 'ready') return undefined;
    const { inbox, lists, notes } = loaded.value;
    return { 'up-next': inbox, lists, notes }[name];
  };

  function stepFrom(name: Tab, key: string, list: HTMLElement | null) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (by === undefined) return;
    const at = NAMES.findIndex(([other]) => other === name);
    const next = NAMES[(at + by + NAMES.length) % NAMES.length]?.[0];
    if (next === undefined) return;
    choose(next);
    list?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  return (
    <div class="tabs" role="tablist" aria-label="Library">
      {NAMES.map(([name, label]) => {
        const number = numberOf(name);
        return (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls="below"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => choose(name)}
            onKeyDown={(event) => stepFrom(name, event.key, event.currentTarget.parentElement)}
          >
            {label}
            <span class="number">{number === undefined ? '' : formatCount(number)}</span>
          </button>
        );
      })}
    </div>
  );
}
