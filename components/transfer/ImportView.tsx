import { valueOr } from '../controls/use-live.ts';
import { DropZone } from './DropZone.tsx';
import { ImportForm } from './ImportForm.tsx';
import { JobCard } from './JobCard.tsx';
import { RestoreForm } from './RestoreForm.tsx';
import { TextsCard } from './TextsCard.tsx';
import type { TransferApp } from './transfer-app.ts';
import { formatNumber } from './words.ts';

export function ImportView({ app }: { app: TransferApp }) {
  const { desk, latest } = app;
  const state = desk.state.value;
  const jobs = valueOr(latest.value, []).filter(({ status }) => status !== 'staging');
  const active = jobs.filter(({ status }) => status === 'running' || status === 'paused' || status === 'undoing');
  const past = jobs.filter((job) => !active.includes(job));
  return (
    <section aria-labelledby="import-title">
      <h1 id="import-title">Bring your reading here</h1>
      <p class="lead">
        Drop a file from Pocket, Omnivore, Instapaper, wallabag, Readwise, Raindrop, a browser, or a Lectern vault. It
        is read on this device.
      </p>
      <DropZone desk={desk} />
      {state.status === 'failed' && (
        <p class="problem" role="alert">
          That did not work, and nothing was imported. {state.why}
        </p>
      )}
      {state.status === 'read' && <ImportForm key={state.files[0]?.path} desk={desk} preview={state.preview} />}
      <RestoreForm desk={desk} />
      {state.status === 'staging' && (
        <div class="job" role="status">
          <p>
            <strong class="number">
              {formatNumber(state.done)} of {formatNumber(state.total)}
            </strong>{' '}
            <span class="muted">getting ready · keep this page open for a moment</span>
          </p>
          <progress value={state.done} max={Math.max(1, state.total)} aria-label="Getting ready" />
        </div>
      )}
      {active.length > 0 && (
        <>
          <h2>Under way</h2>
          {active.map((job) => (
            <JobCard key={job.id} app={app} job={job} />
          ))}
        </>
      )}
      <TextsCard app={app} />
      {past.length > 0 && (
        <>
          <h2>Earlier imports</h2>
          {past.map((job) => (
            <JobCard key={job.id} app={app} job={job} />
          ))}
        </>
      )}
    </section>
  );
}
