import type { ArticleDetail } from '../../lib/app/library.ts';
import type { HowHere } from '../../lib/app/popup-card.ts';
import { pictureFacts } from '../../lib/library/row-facts.ts';
import { Icon } from '../controls/Icon.tsx';

interface StatusLineProps {
  readonly how: HowHere;
  readonly detail: ArticleDetail | undefined;
  readonly undo: (() => Promise<void>) | undefined;
}

const SAID: Readonly<Record<HowHere['kind'], string>> = {
  saved: 'Saved to Inbox',
  restored: 'Back from Trash',
  'text-added': 'Text added to your link',
  'already-saved': 'In your library',
  unchanged: 'The text has not changed',
  updating: 'Reading the page again…',
  updated: 'Text updated',
  'kept-aside': 'Your text is kept',
  'not-taken': 'Your text is as it was',
};

/** What was done with the page, what was kept of it, and the way back. */
export function StatusLine({ how, detail, undo }: StatusLineProps) {
  return (
    <p class="status">
      <Icon name="check" size={16} />
      <span role="status">
        {SAID[how.kind]}
        {detail && <span class="status-facts number"> · {pictureFacts(detail.pictures)}</span>}
      </span>
      {undo && (
        <button type="button" class="text-button status-action" onClick={undo}>
          Undo
        </button>
      )}
    </p>
  );
}
