import { minutesLeft } from '../../lib/article/reading-time.ts';
import { formatCount } from '../../lib/library/row-facts.ts';
import { useLater } from '../controls/use-later.ts';
import type { ReaderApp, ReaderQueue } from './reader-app.ts';
import './article-foot.css';

/** Leads on to what comes next in the time that was to be filled, or says that all of it is read. */
export function NextInQueue({ app, queue }: { app: ReaderApp; queue: ReaderQueue }) {
  const rest = useLater(queue.loadRest)?.value;
  // What can't be read now is a link less.
  if (rest?.status !== 'ready') return null;
  const [next] = rest.value;
  if (!next) return <p class="muted">That was the last for your {queue.minutes} minutes. Well read.</p>;
  const { pace } = app.settings.settings.value;
  const minutes = rest.value.reduce((sum, one) => sum + minutesLeft(one.wordCount, one.progress, pace), 0);
  const count = rest.value.length;
  return (
    <nav class="foot-next" aria-label="Next in your time">
      <a href={app.addressOf(`article/${next.articleId}`)}>
        <span class="small muted number">
          Next in your {queue.minutes} minutes · {count > 1 && `${formatCount(count)} articles, `}
          {minutes} min left
        </span>
        <span class="foot-next-title" dir="auto">
          {next.title}
        </span>
      </a>
    </nav>
  );
}
