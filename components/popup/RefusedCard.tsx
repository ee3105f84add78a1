import type { PopupCard, WaysOn } from '../../lib/app/popup-card.ts';
import { Icon } from '../controls/Icon.tsx';
import { WaysOut } from '../controls/WaysOut.tsx';
import type { Tools } from './popup-app.ts';

interface RefusedCardProps {
  readonly card: PopupCard;
  readonly sentence: { readonly what: string; readonly next: string };
  readonly ways: WaysOn;
  readonly why: string | undefined;
  readonly takeWay: Tools['actions']['takeWay'];
}

/** Refusals of pages that show some text, of which the reader may still want a part. */
const WITH_TEXT = ['no-article', 'error', 'sign-in', 'consent', 'shell', 'no-other-cut', 'nothing-selected'];

/** Why the page was not kept, and what can be done instead. Over a page that nobody would keep it says so in passing. */
export function RefusedCard({ card, sentence, ways, why, takeWay }: RefusedCardProps) {
  const isInPassing = ways === 'none';
  const hasText = ways === 'keep-link' && why !== undefined && WITH_TEXT.includes(why);
  return (
    <section class="card" aria-label="This page" role={isInPassing ? undefined : 'alert'}>
      <p class={isInPassing ? 'status is-quiet' : 'status is-warning'}>
        {!isInPassing && <Icon name="warning" size={16} />}
        {sentence.what}
      </p>
      <p class="small card-next">{sentence.next}</p>
      {!isInPassing && (
        <div class="card-actions">
          {ways === 'keep-link' && (
            <button type="button" class="button" onClick={card.keepLink}>
              <Icon name="link" size={16} /> Keep the link
            </button>
          )}
          <button type="button" class="button" onClick={card.save}>
            Try again
          </button>
        </div>
      )}
      {hasText && <WaysOut receipt={undefined} hasText={false} take={(way) => takeWay(card, way)} />}
    </section>
  );
}
