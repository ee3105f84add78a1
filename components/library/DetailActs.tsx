import { useState } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import { Icon } from '../controls/Icon.tsx';
import { Menu } from '../controls/Menu.tsx';
import { doMainAct, MAIN_ACT_NAMES, mainActOf, moveToTrash, toggleFavourite } from './article-acts.ts';
import type { LibraryApp } from './library-app.ts';

/** Read, Done, and the rest behind the dots. */
export function DetailActs({ app, detail }: { app: LibraryApp; detail: ArticleDetail }) {
  const { article, reading } = detail;
  const isFavourite = reading.favouriteAt !== undefined;
  const act = mainActOf(reading);
  const [isErasing, setErasing] = useState(false);
  const later = app.later.value;
  return (
    <div class="acts">
      <a
        class="button is-primary"
        href={app.readerAddress(article.id)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          app.routing.leave(app.readerAddress(article.id));
        }}
      >
        Read <kbd>↵</kbd>
      </a>
      <button type="button" class="button" onClick={() => doMainAct(app, article.id, act)}>
        {MAIN_ACT_NAMES[act]} <kbd>E</kbd>
      </button>
      <Menu label="More">
        <button type="button" onClick={() => toggleFavourite(app, detail)}>
          <Icon name="star" size={16} /> {isFavourite ? 'No longer a favourite' : 'Favourite'}
          <kbd>F</kbd>
        </button>
        {act === 'done' && (
          <button type="button" onClick={() => app.history.record(app.actions.archive([article.id]))}>
            <Icon name="inbox" size={16} /> Archive unread
          </button>
        )}
        {act !== 'restore' && (
          <button type="button" onClick={() => moveToTrash(app, article.id)}>
            <Icon name="trash" size={16} /> Move to Trash <kbd>#</kbd>
          </button>
        )}
        {act === 'restore' && (
          <button type="button" onClick={() => setErasing(true)}>
            <Icon name="trash" size={16} /> Erase for good…
          </button>
        )}
        <button type="button" onClick={() => app.exportArticles([article.id])}>
          <Icon name="out" size={16} /> Export…
        </button>
        <a href={article.url} target="_blank" rel="noopener noreferrer">
          <Icon name="link" size={16} /> Open the original
        </a>
      </Menu>
      {isErasing && later && (
        <later.EraseDialog app={app} count={1} read={async () => [article.id]} close={() => setErasing(false)} />
      )}
      {isFavourite && (
        <span class="is-favourite" title="Favourite">
          <Icon name="star" size={17} />
          <span class="visually-hidden">Favourite</span>
        </span>
      )}
    </div>
  );
}
