import type { ArticleId } from '../../lib/article/ids.ts';
import { Icon } from '../controls/Icon.tsx';
import type { UndoHistory } from '../controls/undo-history.ts';
import type { Later, PopupApp } from './popup-app.ts';

/** The page under the popup: being saved, saved, refused, or not there. */
export function Card({ app, history }: { app: PopupApp; history: UndoHistory }) {
  const state = app.cardState.value;
  const { card } = app;
  const later = app.later.value;

  async function putBack({ actions }: Later, articleId: ArticleId) {
    await actions.restore([articleId]);
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
      return (
        <section class="card" aria-label="This page">
          <h1 dir="auto">{state.tab.title}</h1>
          <div class="card-actions">
            <button type="button" class="button is-primary" onClick={card.save}>
              Save this page
            </button>
          </div>
        </section>
      );
    case 'refused':
      return (
        <section class="card" aria-label="This page" role="alert">
          <p class="status is-warning">
            <Icon name="warning" size={16} />
            {state.sentence.what}
          </p>
          <p class="small card-next">{state.sentence.next}</p>
          {state.canKeepLink && (
            <div class="card-actions">
              <button type="button" class="button" onClick={card.keepLink}>
                <Icon name="link" size={16} /> Keep the link
              </button>
              <button type="button" class="button" onClick={card.save}>
                Try again
              </button>
            </div>
          )}
        </section>
      );
    case 'removed':
      return (
        <section class="card" aria-label="This page">
          <p class="status" role="status">
            Moved to Trash
            {later && (
              <button type="button" class="text-button status-action" onClick={() => putBack(later, state.articleId)}>
                Put back
              </button>
            )}
          </p>
        </section>
      );
    case 'here': {
      if (!later) return <section class="card" aria-label="This page" aria-busy="true" />;
      const { SavedCard } = later.views;
      const { articleId, how } = state;
      return <SavedCard app={app} later={later} history={history} articleId={articleId} how={how} />;
    }
  }
}
