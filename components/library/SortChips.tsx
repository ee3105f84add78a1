export type Sorting = 'newest' | 'oldest';

interface SortChipsProps {
  readonly sorting: Sorting;
  readonly choose: (sorting: Sorting) => void;
}

const NAMES: Readonly<Record<Sorting, string>> = { newest: 'Newest', oldest: 'Oldest' };

/** The order of the rows. Both are one index, read from either end. */
export function SortChips({ sorting, choose }: SortChipsProps) {
  return (
    <fieldset class="sorting">
      <legend class="visually-hidden">Order</legend>
      {(['newest', 'oldest'] as const).map((each) => (
        <button key={each} type="button" class="chip" aria-pressed={sorting === each} onClick={() => choose(each)}>
          {NAMES[each]}
        </button>
      ))}
    </fieldset>
  );
}
