import type { Picked } from './use-picked.ts';

/** Gives the rows boxes, and takes them away again. */
export function SelectChip({ picked }: { picked: Picked }) {
  return (
    <button type="button" class="chip" aria-pressed={picked.isOn} onClick={picked.isOn ? picked.end : picked.begin}>
      Select
    </button>
  );
}
