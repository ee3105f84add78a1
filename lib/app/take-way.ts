import type { ArticleId } from '../article/ids.ts';
import type { Way } from '../messages/requests.ts';
import type { PopupCard } from './popup-card.ts';

/** Takes another part of the page under the popup; over an article that is here, what goes wrong leaves its card. */
export async function takeWayFromCard(card: PopupCard, way: Way, articleId?: ArticleId): Promise<void> {
  const { tab, askWorker, show, showOutcome } = card.reach();
  if (!tab) return;
  show(articleId === undefined ? { status: 'saving', tab } : { status: 'here', articleId, how: { kind: 'updating' } });
  const outcome = await askWorker({ kind: 'take-way', tab, way });
  const isNotTaken = outcome.status === 'refused' || outcome.status === 'failed';
  if (articleId === undefined || !isNotTaken) return showOutcome(outcome);
  show({ status: 'here', articleId, how: { kind: 'not-taken', sentence: outcome.sentence } });
}
