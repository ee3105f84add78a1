import { useEffect, useState } from 'preact/hooks';
import type { TextFailure } from '../../lib/article/text-job.ts';
import { valueOr } from '../controls/use-live.ts';
import type { TransferApp } from './transfer-app.ts';
import { countOf, formatNumber, formatTimeLeft } from './words.ts';

const REASONS: Readonly<Record<TextFailure, string>> = {
  gone: 'The page is not there any more',
  refused: 'The site wants you to sign in, or lets no program in',
  unreachable: 'The site did not answer',
  'too-large': 'The page is too large',
  'no-page': 'It is no page of text',
  'no-article': 'No article was found on it',
  private: 'It is an address of your own network',
};

const NOTHING = { waiting: 0, paused: 0, done: 0, failed: 0, failures: [] };

/** Links whose texts are not here: fetching them, how far that is, and what could not be had. */
export function TextsCard({ app }: { app: TransferApp }) {
  const { texts } = app;
  const { waiting, paused, done, failed, failures } = valueOr(app.textProgress.value, NOTHING);
  const isActive = waiting + paused > 0;
  const [links, setLinks] = useState(0);
  const [isRefused, setRefused] = useState(false);
  const imported = valueOr(app.latest.value, []).filter(({ status }) => status === 'done').length;
  // Counted when something has ended, not at each step: it goes over the whole library.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ends are what it depends on
  useEffect(() => {
    texts.count().then(setLinks, () => undefined);
  }, [isActive, imported]);
  const untried = Math.max(0, links - failed);
  const ask = async (begin: () => Promise<void>) => {
    // The browser asks in the click itself, so nothing is awaited before.
    const isAllowed = await app.requestPages();
    setRefused(!isAllowed);
    if (isAllowed) await begin();
  };
  if (!isActive && links === 0 && failed === 0) return null;
  return (
    <section class="texts" aria-labelledby="texts-title">
      <h2 id="texts-title">Texts of links</h2>
      <div class="job">
        <div class="job-head">
          {isActive ? (
            <p role="status">
              <strong class="number">
                {formatNumber(done)} of {formatNumber(done + waiting + paused)}
              </strong>{' '}
              <span class="muted">{paused > 0 ? 'paused' : 'fetched one by one · you can close this page'}</span>
            </p>
          ) : (
            <p role="status">
              <strong>
                {untried > 0 ? `${countOf(untried, 'link has', 'links have')} no text yet` : 'Texts fetched'}
              </strong>{' '}
              {done > 0 && <span class="muted">{countOf(done, 'text')} came</span>}
            </p>
          )}
          <div class="job-buttons">
            {!isActive && untried > 0 && (
              <button type="button" class="button is-primary" onClick={() => ask(texts.start)}>
                Fetch {untried === 1 ? 'its text' : 'their texts'}
              </button>
            )}
            {waiting > 0 && (
              <button type="button" class="button" onClick={texts.pause}>
                Pause
              </button>
            )}
            {paused > 0 && (
              <button type="button" class="button" onClick={() => ask(texts.resume)}>
                Go on
              </button>
            )}
            {isActive && (
              <button type="button" class="button" onClick={texts.stop}>
                Stop
              </button>
            )}
          </div>
        </div>
        {isActive ? (
          <progress value={done} max={Math.max(1, done + waiting + paused)} aria-label="Fetching texts" />
        ) : (
          untried > 0 && (
            <p class="muted small">
              Lectern opens their pages as a stranger would, without your cookies, and asks no site more often than
              every two seconds. The browser asks you first to allow it.
              {untried > 20 && ` It takes ${formatTimeLeft(untried * 700).replace(' left', ' or more')}.`}
            </p>
          )
        )}
        {isRefused && (
          <p class="problem" role="alert">
            Without the permission no page can be fetched. Your links stay as they are.
          </p>
        )}
        {failed > 0 && (
          <details class="failures">
            <summary>{countOf(failed, 'text')} could not be fetched; the links stay</summary>
            <ul>
              {failures.map(({ articleId, url, why, code }) => (
                <li key={articleId}>
                  <a href={url} target="_blank" rel="noreferrer noopener">
                    {url.slice(0, 160)}
                  </a>
                  <span class="muted small">
                    {why && REASONS[why]}
                    {code !== undefined && ` (${code})`}
                  </span>
                </li>
              ))}
            </ul>
            {!isActive && (
              <button type="button" class="button" onClick={() => ask(texts.retryFailed)}>
                Try {failed === 1 ? 'it' : 'them'} again
              </button>
            )}
          </details>
        )}
      </div>
    </section>
  );
}
