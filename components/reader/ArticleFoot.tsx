import type { ArticleDetail } from '../../lib/app/library.ts';
import { Icon } from '../controls/Icon.tsx';
import { TagField } from '../controls/TagField.tsx';
import { valueOr } from '../controls/use-live.ts';
import { NextInLists } from './NextInLists.tsx';
import { NextInQueue } from './NextInQueue.tsx';
import { RelatedAtEnd } from './RelatedAtEnd.tsx';
import type { ReaderActs } from './reader-acts.ts';
import type { ReaderApp } from './reader-app.ts';
import './article-foot.css';
import './list-dot.css';

interface ArticleFootProps {
  readonly app: ReaderApp;
  readonly detail: ArticleDetail;
  readonly acts: ReaderActs;
}

/** After the text: done with it, and where it stands. */
export function ArticleFoot({ app, detail, acts }: ArticleFootProps) {
  const { article, reading, listIds, tags } = detail;
  const { actions, history } = app;
  const lists = valueOr(app.lists.value, []).filter(({ id }) => listIds.includes(id));
  const addTag = async (label: string) => {
    await actions.tag(article.id, label);
    return undefined;
  };
  return (
    <footer class="article-foot">
      <button type="button" class="button" aria-keyshortcuts="e" onClick={acts.toggleDone}>
        {reading.archivedAt === undefined ? 'Done' : 'Back to Inbox'} <kbd>E</kbd>
      </button>
      <div class="foot-chips">
        {lists.map((list) => (
          <span key={list.id} class="chip">
            <span class="list-dot" data-colour={list.colour} />
            <span dir="auto">{list.name}</span>
          </span>
        ))}
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            class="chip"
            aria-label={`Remove tag ${tag}`}
            onClick={() => history.record(actions.untag(article.id, tag))}
          >
            <span dir="auto"># {tag}</span>
            <Icon name="close" size={12} />
          </button>
        ))}
        <TagField findTags={app.findTags} add={(label) => history.record(addTag(label))} />
      </div>
      {app.queue && <NextInQueue app={app} queue={app.queue} />}
      <NextInLists app={app} listIds={listIds} />
      <RelatedAtEnd app={app} />
    </footer>
  );
}
