import { useEffect, useRef } from 'preact/hooks';
import type { QueryOption } from '../../lib/app/complete-query.ts';
import './query-options.css';

interface QueryOptionsProps {
  readonly id: string;
  readonly options: readonly QueryOption[];
  readonly active: number;
  /** They are for what was typed before, and about to be others. */
  readonly isBusy: boolean;
  readonly take: (index: number) => void;
}

/** What may stand where the reader types in the search, below its field, which keeps the focus. */
export function QueryOptions({ id, options, active, isBusy, take }: QueryOptionsProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another option was chosen.
  useEffect(() => box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [active]);
  return (
    <div
      ref={box}
      id={id}
      class="query-options"
      role="listbox"
      aria-label="Suggestions"
      aria-busy={isBusy}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
    >
      {options.map(({ insert, label, about }, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field.
        // biome-ignore lint/a11y/useFocusableInteractive: the field points at it, and keeps the focus.
        <div key={insert} id={`${id}-${i}`} role="option" aria-selected={i === active} onClick={() => take(i)}>
          <bdi>{label}</bdi>
          {about !== '' && <span class="small muted">{about}</span>}
        </div>
      ))}
    </div>
  );
}
