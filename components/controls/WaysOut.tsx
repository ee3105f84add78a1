import type { Cut, Receipt } from '../../lib/article/capture.ts';
import './ways-out.css';

interface WaysOutProps {
  /** Of the text shown; `undefined` where nothing of the page is kept. */
  readonly receipt: Receipt | undefined;
  readonly hasText: boolean;
  readonly take: (way: Cut | 'selection') => void;
}

/** What a reader can do where the text kept is not what was wanted. */
export function WaysOut({ receipt, hasText, take }: WaysOutProps) {
  const cut = receipt?.cut ?? 0;
  return (
    <div class="ways">
      {hasText && (
        <button type="button" class="text-button" onClick={() => take(cut === 'whole-page' ? 1 : cut + 1)}>
          Try another cut
        </button>
      )}
      <button type="button" class="text-button" onClick={() => take('selection')}>
        Keep selection
      </button>
      <button type="button" class="text-button" onClick={() => take('whole-page')}>
        Keep whole page
      </button>
    </div>
  );
}
