import { formatCount } from '../../lib/library/row-facts.ts';
import type { LibraryApp } from './library-app.ts';
import { TIMES } from './route.ts';
import type { Queue } from './use-queue.ts';

/** The time there is, what fills it, and the way into it. */
export function QueueHead({ app, minutes, queue }: { app: LibraryApp; minutes: number; queue: Queue | undefined }) {
  const [first] = queue ?? [];
  const filled = (queue ?? []).reduce((sum, one) => sum + one.minutes, 0);
  return (
    <header class="view-head">
      <h1>I have {minutes} minutes</h1>
      {queue && first && (
        <span class="small muted number">
          {formatCount(queue.length)} {queue.length === 1 ? 'article' : 'articles'}, {filled} min
        </span>
      )}
      <fieldset class="sorting">
        <legend class="visually-hidden">Time</legend>
        {TIMES.map((time) => (
          <button
            key={time}
            type="button"
            class="chip"
            aria-pressed={time === minutes}
            onClick={() => app.routing.replace({ place: { kind: 'time', minutes: time } })}
          >
            {time} min
          </button>
        ))}
      </fieldset>
      {first && (
        <button type="button" class="button is-primary" onClick={() => app.routing.leave(app.readerAddress(first.id))}>
          Start reading
        </button>
      )}
    </header>
  );
}
