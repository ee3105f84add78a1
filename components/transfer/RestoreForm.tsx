import type { Desk } from './desk.ts';
import { countOf, formatNumber } from './words.ts';

/** A vault that was dropped: what is in it, and bringing it back. */
export function RestoreForm({ desk }: { desk: Desk }) {
  const state = desk.state.value;
  if (state.status === 'vault') {
    const { articles, inFile, lists, changedAt } = state.vault;
    return (
      <>
        <dl class="facts">
          <div>
            <dd class="number">{formatNumber(inFile)}</dd>
            <dt>{inFile === 1 ? 'article in it' : 'articles in it'}</dt>
          </div>
          <div>
            <dd class="number">{formatNumber(lists)}</dd>
            <dt>{lists === 1 ? 'list' : 'lists'}</dt>
          </div>
          <div>
            <dd>{changedAt === 0 ? '–' : new Date(changedAt).toLocaleDateString('en', { dateStyle: 'medium' })}</dd>
            <dt>last change in it</dt>
          </div>
        </dl>
        <p class="muted">
          Nothing in your library is lost by restoring: what is here already joins with what is in the vault, the newer
          wins where only one can be, and notes that differ are kept both.
          {inFile < articles && ` This vault holds only what changed; its library had ${countOf(articles, 'article')}.`}
        </p>
        <div class="start">
          <button type="button" class="button is-primary" onClick={desk.restore}>
            Restore {countOf(inFile, 'article')}
          </button>
          <button type="button" class="button" onClick={desk.clear}>
            Not now
          </button>
        </div>
      </>
    );
  }
  if (state.status === 'restoring') {
    return (
      <div class="job" role="status">
        <p>
          <strong class="number">
            {formatNumber(state.done)} of {formatNumber(state.total)}
          </strong>{' '}
          <span class="muted">
            being restored · keep this page open; if it closes, choose the same vault again and it goes on
          </span>
        </p>
        <progress value={state.done} max={Math.max(1, state.total)} aria-label="Restoring" />
      </div>
    );
  }
  if (state.status !== 'restored') return null;
  const { added, joined, damaged } = state.result;
  return (
    <>
      <p class="done" role="status">
        Restored: {countOf(added, 'article')} added, {formatNumber(joined)} joined.
      </p>
      {damaged.length > 0 && (
        <p class="problem" role="alert">
          {countOf(damaged.length, 'file')} in the vault {damaged.length === 1 ? 'is' : 'are'} damaged and could not be
          restored:{' '}
          {damaged
            .slice(0, 5)
            .map(({ path }) => path)
            .join(', ')}
          {damaged.length > 5 && ' and more'}. Everything else is here. An older vault may still have them.
        </p>
      )}
    </>
  );
}
