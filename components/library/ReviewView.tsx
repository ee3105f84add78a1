import { useEffect, useRef, useState } from 'preact/hooks';
import type { Aged, Decision, Review } from '../../lib/app/weekly-review.ts';
import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import { useKeys } from '../controls/keys.ts';
import { EmptyState } from './EmptyState.tsx';
import { FailedState } from './FailedState.tsx';
import type { LibraryApp } from './library-app.ts';
import type { EmptyWords } from './place-words.ts';
import './review-view.css';

const ACTS: readonly (readonly [Decision, name: string, key: string])[] = [
  ['keep', 'Keep', 'K'],
  ['archive', 'Archive', 'A'],
  ['trash', 'Delete', 'D'],
];

const NOTHING: EmptyWords = {
  icon: 'check',
  title: 'Nothing is past its time',
  step: 'What waits in Inbox for long, unread and on no list, is asked about here.',
};
const DONE: EmptyWords = { icon: 'check', title: 'That was all', step: 'Z takes the whole review back.' };

/** What waits past its time, one after the other: one key each, one way back for all. */
export function ReviewView({ app }: { app: LibraryApp }) {
  const [pile, setPile] = useState<{ readonly aged: readonly Aged[]; readonly review: Review }>();
  const [error, setError] = useState<unknown>();
  const [at, setAt] = useState(0);
  // A second key while the first is being written would decide on the same article.
  const isBusy = useRef(false);
  const one = pile?.aged[at];
  useEffect(() => {
    let review: Review | undefined;
    const begin = async () => {
      const tools = await app.loadTools();
      const aged = await tools.readAged();
      review = tools.beginReview();
      setPile({ aged, review });
    };
    begin().catch(setError);
    // However it is left, what was decided has one way back.
    return () => {
      app.history.record(Promise.resolve(review?.end()));
    };
  }, [app]);

  async function busy(write: () => Promise<void>) {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await write();
    } catch (reason) {
      app.history.say(`That could not be written, nothing was changed. ${whyNotWritten(reason)}`);
    } finally {
      isBusy.current = false;
    }
  }
  const decide = (decision: Decision) =>
    busy(async () => {
      if (!one || !pile) return;
      await pile.review.decide(one.row.article.id, decision);
      setAt(at + 1);
      if (at + 1 === pile.aged.length) await app.history.record(Promise.resolve(pile.review.end()));
    });
  const stepBack = () =>
    busy(async () => {
      // After the last one, all of it goes back.
      if (!one || at === 0) return app.history.undoLast();
      await pile?.review.stepBack();
      setAt(at - 1);
    });

  useKeys({
    ...Object.fromEntries(ACTS.map(([decision, , key]) => [key.toLowerCase(), one && (() => decide(decision))])),
    z: () => stepBack(),
    Enter: one && (() => app.routing.leave(app.readerAddress(one.row.article.id))),
    Escape: () => app.routing.go({ place: { kind: 'shelf', shelf: 'inbox' } }),
  });

  return (
    <div class="page review-page">
      <h1>Weekly review</h1>
      {error !== undefined && <FailedState error={error} />}
      {pile && !one && <EmptyState words={at === 0 ? NOTHING : DONE} />}
      {one && (
        <>
          <p class="muted number" role="status">
            {at + 1} of {pile?.aged.length}. Nothing goes by itself; what you keep is not asked about again for two
            months.
          </p>
          <article class="review-card">
            <p class="small muted" dir="auto">
              {one.row.article.siteName}
            </p>
            <h2 dir="auto" lang={one.row.article.language}>
              <a href={app.readerAddress(one.row.article.id)}>{one.row.article.title}</a>
            </h2>
            <p dir="auto">{one.row.article.excerpt}</p>
            <p class="small muted number">{one.reason}</p>
          </article>
          <div class="review-acts">
            {ACTS.map(([decision, name, key]) => (
              <button key={decision} type="button" class="button" onClick={() => decide(decision)}>
                {name} <kbd>{key}</kbd>
              </button>
            ))}
            {at > 0 && (
              <button type="button" class="text-button" onClick={stepBack}>
                Back <kbd>Z</kbd>
              </button>
            )}
          </div>
        </>
      )}
    </div>
  );
}
