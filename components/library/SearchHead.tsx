import type { Order, SearchAnswer } from '../../lib/app/library.ts';
import { ORDERS } from './route.ts';
import { SelectChip } from './SelectChip.tsx';
import type { Picked } from './use-picked.ts';

interface SearchHeadProps {
  readonly typed: string;
  readonly order: Order;
  /** Absent until the first answer is there. */
  readonly answer: SearchAnswer | undefined;
  readonly choose: (order: Order) => void;
  readonly type: (typed: string) => void;
  readonly picked: Picked;
  /** Keeps the search, or forgets the one that was kept. */
  readonly keep: { readonly isKept: boolean; readonly toggle: () => void };
}

const ORDER_NAMES: Readonly<Record<Order, string>> = {
  relevance: 'Relevance',
  newest: 'Newest',
  shortest: 'Shortest',
};

/** Conditions that one click adds to a search, or takes off again. */
const NARROWINGS = [
  ['Unread', 'is:unread'],
  ['With notes', 'has:note'],
  ['This month', 'saved:month'],
] as const;

/** What can be done with a search: its order, what narrows it, and what was understood of it. */
export function SearchHead({ typed, order, answer, choose, type, keep, picked }: SearchHeadProps) {
  const pieces = typed.split(/\s+/);
  return (
    <header class="search-head">
      <h1 class="visually-hidden">Search</h1>
      <div class="search-chips">
        <fieldset class="sorting">
          <legend class="visually-hidden">Order</legend>
          {ORDERS.map((each) => (
            <button key={each} type="button" class="chip" aria-pressed={order === each} onClick={() => choose(each)}>
              {ORDER_NAMES[each]}
            </button>
          ))}
        </fieldset>
        <span class="chips-apart" aria-hidden="true" />
        {NARROWINGS.map(([name, condition]) => {
          const isOn = pieces.includes(condition);
          const without = pieces.filter((piece) => piece !== condition).join(' ');
          return (
            <button
              key={condition}
              type="button"
              class="chip"
              aria-pressed={isOn}
              // Before what is being typed, so that the last word stays the last.
              onClick={() => type(isOn ? without : `${condition} ${typed}`)}
            >
              {name}
            </button>
          );
        })}
        <span class="chips-apart" aria-hidden="true" />
        {answer !== undefined && answer.count > 1 && <SelectChip picked={picked} />}
        <button type="button" class="chip" aria-pressed={keep.isKept} onClick={keep.toggle}>
          {keep.isKept ? 'Kept in the sidebar' : 'Keep this search'}
        </button>
      </div>
      {answer && answer.instead.size + answer.hints.length > 0 && (
        <div class="search-hints small" role="status">
          {[...answer.instead].map(([word, others]) => (
            <p key={word}>
              No article has “{word}”. Shown instead: {others.slice(0, 4).join(', ')}
              {others.length > 4 ? ' …' : '.'}
            </p>
          ))}
          {answer.hints.map(({ sentence }) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </header>
  );
}
