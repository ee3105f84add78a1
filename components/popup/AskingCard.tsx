import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PopupCard } from '../../lib/app/popup-card.ts';
import { isTyping } from '../controls/keys.ts';

const STEPS = ['j', 'k', 'ArrowDown', 'ArrowUp'];

/** Asks before the page is saved, where the reader wants that. Enter says yes: the keys that open the popup and Enter save. */
export function AskingCard({ card, title }: { card: Pick<PopupCard, 'save'>; title: string }) {
  const yes = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // Whoever was quicker than the question and types a search goes on with that.
    if (!isTyping(document.activeElement)) yes.current?.focus();
  }, []);
  return (
    <section class="card" aria-label="This page">
      <h1 dir="auto">{title}</h1>
      <div class="card-actions">
        <button
          ref={yes}
          type="button"
          class="button is-primary"
          onClick={card.save}
          onKeyDown={({ key, currentTarget }) => {
            // Enter is for the row that is chosen then.
            if (STEPS.includes(key)) currentTarget.blur();
          }}
        >
          Save this page <kbd>↵</kbd>
        </button>
      </div>
    </section>
  );
}
