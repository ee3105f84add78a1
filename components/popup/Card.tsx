import type { ArticleId } from '../../lib/article/ids.ts';
import { AskingCard } from './AskingCard.tsx';
import type { PopupApp, Tools } from './popup-app.ts';
import { RefusedCard } from './RefusedCard.tsx';
import { SavedCard } from './SavedCard.tsx';
import './card.css';

/** The page under the popup: being saved, saved, refused, or not there. */
export function Card({ app, tools }: { app: PopupApp; tools: Tools }) {
  const state = app.cardState.value;
  const { card } = app;

  async function putBack(articleId: ArticleId) {
    await tools.actions.restore([articleId]);
    card.showHere(articleId, 'restored');
  }

  switch (state.status) {
    case 'looking':
    case 'none':
      return null;
    case 'saving':
      return (
        <section class="card" aria-label="This page" aria-busy="true">
          <p class="status" role="status">
            <span class="dots" aria-hidden="true" />
            Saving…
          </p>
          <h1 dir="auto">{state.tab.title}</h1>
        </section>
      );
    case 'asking':
      return <AskingCard card={card} title={state.tab.title} />;
    case 'refused':
      return (
        <RefusedCard
          card={card}
          sentence={state.sentence}
          ways={state.ways}
          why={state.why}
          takeWay={tools.actions.takeWay}
        />
      );
    case 'removed':
      return (
        <section class="card" aria-label="This page">
          <p class="status" role="status">
            Moved to Trash
            <button type="button" class="text-button status-action" onClick={() => putBack(state.articleId)}>
              Put back
            </button>
          </p>
        </section>
      );
    case 'here':
      return <SavedCard app={app} tools={tools} articleId={state.articleId} how={state.how} />;
  }
}
