import { useState } from 'preact/hooks';
import type { LibraryCheck, Repaired } from '../../lib/app/recovery/mend-library.ts';
import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import { faultLines } from './fault-lines.ts';
import type { RecoveryApp, Tell } from './recovery-app.ts';
import { countOf, formatNumber } from './words.ts';

type State =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly status: 'checked'; readonly check: LibraryCheck; readonly repaired?: Repaired }
  | { readonly status: 'failed'; readonly why: string };

const STEPS = {
  rows: 'Reading rows',
  texts: 'Reading texts',
  pictures: 'Reading pictures',
  index: 'Checking the search',
};

/** The full check on demand, its result in plain words, and the repair. */
export function CheckCard({ app }: { app: RecoveryApp }) {
  const [state, setState] = useState<State>({ status: 'idle' });
  const tell: Tell = (step, done, total) => setState({ status: 'working', step: STEPS[step], done, total });
  async function run(work: () => Promise<State>) {
    setState({ status: 'working', step: STEPS.rows, done: 0, total: 1 });
    try {
      setState(await work());
    } catch (error) {
      setState({ status: 'failed', why: whyNotWritten(error) });
    }
  }
  const check = () => run(async () => ({ status: 'checked', check: await app.check(tell) }));
  const repair = () =>
    run(async () => {
      const repaired = await app.repair(tell);
      return { status: 'checked', check: repaired.check, repaired };
    });
  return (
    <section class="job">
      <div class="job-head">
        <div>
          <strong>Check the library</strong>
          <p class="muted">
            Reads every row, text and picture and holds them against one another and the search. Changes nothing.
          </p>
        </div>
        {state.status !== 'working' && (
          <button
            type="button"
            class={app.health.value?.status === 'fine' ? 'button is-primary' : 'button'}
            onClick={check}
          >
            {state.status === 'idle' ? 'Check' : 'Check again'}
          </button>
        )}
      </div>
      {state.status === 'working' && (
        <>
          <progress value={state.done} max={Math.max(1, state.total)} aria-label="Checking the library" />
          <p class="muted small number" role="status">
            {state.step}: {formatNumber(state.done)} of {formatNumber(state.total)}
          </p>
        </>
      )}
      {state.status === 'checked' && <Result check={state.check} repaired={state.repaired} repair={repair} />}
      {state.status === 'failed' && (
        <p class="problem" role="alert">
          The check could not go on: {state.why} Nothing was changed. Save what can be read, and restore a vault.
        </p>
      )}
    </section>
  );
}

function Result({
  check,
  repaired,
  repair,
}: {
  check: LibraryCheck;
  repaired: Repaired | undefined;
  repair: () => void;
}) {
  const { articles, texts, pictures, notes, highlights, lists, faults } = check;
  const held = [
    countOf(articles, 'article'),
    countOf(texts, 'text'),
    countOf(pictures, 'picture'),
    countOf(notes, 'note'),
    countOf(highlights, 'mark'),
    countOf(lists, 'list'),
  ].join(', ');
  return (
    <div role="status">
      {repaired && (
        <p class="done">
          {countOf(repaired.mended, 'thing')} mended, {formatNumber(repaired.putAside)} of them put aside.
        </p>
      )}
      {faults.length === 0 ? (
        <p class="done">Everything is whole: {held}.</p>
      ) : (
        <div class="problem">
          <p>Checked {held}. Found:</p>
          <ul>
            {faultLines(faults).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {faults.some(({ kind }) => kind !== 'unreadable') && (
            <p>
              <button type="button" class="button is-primary" onClick={repair}>
                Repair
              </button>{' '}
              What can be made from the rest is made anew; what is broken is put aside and never deleted.
            </p>
          )}
        </div>
      )}
    </div>
  );
}
