import { useEffect, useState } from 'preact/hooks';
import type { Twin } from '../../lib/app/find-twin.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { formatDay } from '../../lib/library/row-facts.ts';
import type { PopupApp, Tools } from './popup-app.ts';
import './picture-offer.css';

interface TwinOfferProps {
  readonly app: PopupApp;
  readonly tools: Tools;
  readonly articleId: ArticleId;
}

/** Says that a page just saved seems to be here already under another address, and offers to keep one of both. */
export function TwinOffer({ app, tools, articleId }: TwinOfferProps) {
  const [twin, setTwin] = useState<Twin>();
  useEffect(() => {
    let isHere = true;
    tools.findTwin(articleId).then(
      (found) => isHere && setTwin(found),
      // An offer that can't be made is no loss: both are kept.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [tools, articleId]);
  if (!twin) return null;

  async function join(kept: Twin) {
    await tools.history.record(tools.actions.join(kept.articleId, articleId));
    app.card.showHere(kept.articleId, 'already-saved');
  }

  return (
    <div class="offer" role="status">
      <p class="small">
        You may already have this: <bdi class="offer-title">{twin.title}</bdi>, saved{' '}
        {formatDay(twin.savedAt, Date.now())} from <bdi>{twin.siteName}</bdi>.{' '}
        {twin.why === 'address' ? 'This page names it as its own address.' : 'The text is the same.'}
      </p>
      <button
        type="button"
        class="text-button"
        title="Lists, tags, notes and marks go to the one you had; this one goes to Trash"
        onClick={() => join(twin)}
      >
        Keep only that one
      </button>
      <button type="button" class="text-button" onClick={() => app.readArticle(twin.articleId)}>
        Read it
      </button>
      <button type="button" class="text-button is-quiet" onClick={() => setTwin(undefined)}>
        Keep both
      </button>
    </div>
  );
}
