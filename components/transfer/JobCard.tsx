import { useRef } from 'preact/hooks';
import type { ImportJob } from '../../lib/article/import-job.ts';
import type { TransferApp } from './transfer-app.ts';
import { countOf, formatNumber, formatTimeLeft } from './words.ts';

/** One import: how far it is, and the ways to stop it or take it back. */
export function JobCard({ app, job }: { app: TransferApp; job: ImportJob }) {
  const { imports } = app;
  const { status, total } = job;
  const done = job.added + job.joined + job.skipped;
  const left = useTimeLeft(app, job, done);
  const isActive = status === 'running' || status === 'paused' || status === 'undoing';
  return (
    <div class="job">
      <div class="job-head">
        <p>
          <strong class="number">{isActive ? `${formatNumber(done)} of ${formatNumber(total)}` : job.name}</strong>{' '}
          <span class="muted">{sentenceOf(job, left)}</span>
        </p>
        <div class="job-buttons">
          {status === 'running' && (
            <button type="button" class="button" onClick={() => imports.pause(job.id)}>
              Pause
            </button>
          )}
          {status === 'paused' && (
            <button type="button" class="button" onClick={() => imports.resume(job.id)}>
              Go on
            </button>
          )}
          {(status === 'running' || status === 'paused') && (
            <button type="button" class="button" onClick={() => imports.undo(job.id)}>
              Cancel and undo
            </button>
          )}
          {status === 'done' && (
            <button type="button" class="button" onClick={() => imports.undo(job.id)}>
              Undo
            </button>
          )}
        </div>
      </div>
      {isActive && <progress value={done} max={Math.max(1, total)} aria-label={`${job.name}: how far it is`} />}
      {status === 'running' && job.at !== undefined && <p class="at muted small">Adding “{job.at}”</p>}
      {job.problem !== undefined && (
        <p class="problem" role="alert">
          It stopped: {job.problem}. What was added so far is safe; make room if the disk is full, then go on.
        </p>
      )}
    </div>
  );
}

function sentenceOf({ status, added, joined, skipped, kept, name }: ImportJob, left: string): string {
  if (status === 'running') return [left, 'you can close this page'].filter((part) => part !== '').join(' · ');
  if (status === 'paused') return `${name} · paused`;
  if (status === 'undoing') return `${name} · being taken back · you can close this page`;
  if (status === 'undone') {
    return kept > 0 ? `taken back, except ${countOf(kept, 'article')} that you have changed since` : 'taken back';
  }
  const done = [
    { count: added, what: 'added' },
    { count: joined, what: 'joined' },
    { count: skipped, what: 'passed over' },
  ].filter(({ count }) => count > 0);
  if (done.length === 0) return 'nothing to add';
  return done
    .map(({ count, what }, i) => `${i === 0 ? countOf(count, 'article') : formatNumber(count)} ${what}`)
    .join(', ');
}

/** From the pace since this page first saw the import. */
function useTimeLeft({ now }: TransferApp, job: ImportJob, done: number): string {
  const start = useRef({ at: now(), done });
  if (job.status !== 'running') start.current = { at: now(), done };
  const worked = done - start.current.done;
  const spent = now() - start.current.at;
  return worked > 0 && spent > 500 ? formatTimeLeft((spent / worked) * (job.total - done)) : '';
}
