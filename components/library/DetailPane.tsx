import { useEffect, useRef } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { List } from '../../lib/article/list.ts';
import { shownChange } from '../../lib/article/shown-dates.ts';
import { formatDay } from '../../lib/library/row-facts.ts';
import { Icon } from '../controls/Icon.tsx';
import { TagField } from '../controls/TagField.tsx';
import { LinkedNoteField } from '../notes/LinkedNoteField.tsx';
import { noteTargetOf } from '../notes/note-target.ts';
import { tellIfGone } from '../notes/tell-if-gone.ts';
import { DetailActs } from './DetailActs.tsx';
import { DetailLists } from './DetailLists.tsx';
import { KeptFacts } from './KeptFacts.tsx';
import type { LibraryApp } from './library-app.ts';
import './detail.css';

interface DetailPaneProps {
  readonly app: LibraryApp;
  readonly detail: ArticleDetail;
  readonly lists: readonly List[];
  /** Where it lies over the rows: how the way back is called, and the way back. */
  readonly overlay?: { readonly name: string; readonly takesFocus: boolean; readonly close: () => void } | undefined;
}

/** Everything that stands beside one article. */
export function DetailPane({ app, detail, lists, overlay }: DetailPaneProps) {
  const { actions, history, library } = app;
  const { article, tags, note } = detail;
  const changed = shownChange(article);
  const later = app.later.value;
  const back = useRef<HTMLButtonElement>(null);
  const takesFocus = overlay?.takesFocus === true;
  useEffect(() => {
    if (takesFocus) back.current?.focus();
  }, [takesFocus]);

  return (
    <aside class="detail" aria-label="Details">
      {overlay && (
        <button ref={back} type="button" class="detail-back plain-button" onClick={overlay.close}>
          <Icon name="back" /> {overlay.name}
        </button>
      )}
      <h2 dir="auto" lang={article.language}>
        {article.title}
      </h2>
      <p class="byline small muted">
        <span dir="auto">{article.siteName}</span>
        {article.authors.map((author) => (
          <span key={author} dir="auto">
            {author}
          </span>
        ))}
        {article.publishedAt !== undefined && (
          <time dateTime={article.publishedAt}>{formatDay(article.publishedAt, app.now())}</time>
        )}
        {changed !== undefined && (
          <span>
            Updated <time dateTime={changed}>{formatDay(changed, app.now())}</time>
          </span>
        )}
      </p>
      <DetailActs app={app} detail={detail} />
      <section aria-labelledby="detail-lists">
        <h3 id="detail-lists">Lists</h3>
        <DetailLists key={article.id} app={app} detail={detail} lists={lists} />
      </section>
      <section aria-labelledby="detail-tags">
        <h3 id="detail-tags">Tags</h3>
        <div class="chips">
          {tags.map((label) => (
            <span key={label} class="chip tag-chip">
              <span dir="auto" title={label.length > 24 ? label : undefined}>
                # {label}
              </span>
              <button
                type="button"
                class="plain-button"
                aria-label={`Remove the tag ${label}`}
                onClick={() => history.record(actions.untag(article.id, label))}
              >
                <Icon name="close" size={13} />
              </button>
            </span>
          ))}
          <TagField
            key={article.id}
            findTags={library.findTags}
            add={(label) => history.record(actions.tag(article.id, label).then(() => undefined))}
          />
        </div>
      </section>
      <KeptFacts app={app} detail={detail} />
      {later && <later.ArticleMarks app={app} articleId={article.id} />}
      <section aria-labelledby="detail-note">
        <h3 id="detail-note">
          Note <kbd>N</kbd>
        </h3>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Escape from the field inside. */}
        <div
          onKeyDown={(event) => {
            // Out of the note first; the next one closes the details.
            if (event.key !== 'Escape' || !(event.target instanceof HTMLTextAreaElement)) return;
            event.stopPropagation();
            event.target.blur();
          }}
        >
          <LinkedNoteField
            key={article.id}
            label="Note"
            links={app.links}
            text={note?.text ?? ''}
            write={(text, former) => tellIfGone(history, actions.writeNote({ ...noteTargetOf(detail), former }, text))}
            leave={(text) => history.record(actions.tagFromNote(article.id, text))}
          />
        </div>
      </section>
      {later && <later.RelatedArticles app={app} articleId={article.id} />}
    </aside>
  );
}
