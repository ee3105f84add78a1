import { useState } from 'preact/hooks';
import type { BackupFacts, BackupProblem } from '../../lib/article/backup.ts';
import { valueOr } from '../controls/use-live.ts';
import type { TransferApp } from './transfer-app.ts';
import { countOf, formatAge, formatBytes } from './words.ts';

/** Vaults that are made by themselves: where they go, how the last one went, and what must be done if it did not. */
export function AutoVaults({ app }: { app: TransferApp }) {
  const { autoVaults } = app;
  const facts = valueOr(autoVaults.facts.value, NO_FACTS);
  const [isWorking, setWorking] = useState(false);
  const { place, folderName, autoAt, bytes, articles, problem } = facts;
  const work = async (begin: () => Promise<unknown>) => {
    setWorking(true);
    await begin().finally(() => setWorking(false));
  };
  const where = place === 'folder' ? `the folder “${folderName}”` : 'the folder Lectern among your downloads';
  return (
    <div class="job vault auto-vaults">
      <div class="job-head">
        <div>
          <strong>A vault every day</strong>
          <p class="muted">
            {place === undefined
              ? 'Written by itself into a folder outside of the browser, read back and checked. The last 14 are kept.'
              : `Goes into ${where}. The last 14 are kept.`}
          </p>
        </div>
        <div class="job-buttons">
          {place === undefined ? (
            <button type="button" class="button" disabled={isWorking} onClick={() => work(autoVaults.start)}>
              {autoVaults.hasFolders ? 'Choose a folder' : 'Allow downloads'}
            </button>
          ) : (
            <>
              {problem?.why === 'permission' ? (
                <button
                  type="button"
                  class="button is-primary"
                  disabled={isWorking}
                  onClick={() => work(autoVaults.allow)}
                >
                  Allow it again
                </button>
              ) : (
                <button type="button" class="button" disabled={isWorking} onClick={() => work(autoVaults.now)}>
                  Back up now
                </button>
              )}
              <button type="button" class="button" disabled={isWorking} onClick={() => work(autoVaults.stop)}>
                Stop
              </button>
            </>
          )}
        </div>
      </div>
      {isWorking && place !== undefined && (
        <p class="muted small" role="status">
          Writing and checking…
        </p>
      )}
      {place !== undefined && autoAt !== undefined && !isWorking && (
        <p class="muted small" role="status">
          Written {formatAge(autoAt, app.now())}, {countOf(articles ?? 0, 'article')}, {formatBytes(bytes ?? 0)}, read
          back and whole.
        </p>
      )}
      {place !== undefined && problem && !isWorking && (
        <p class="problem" role="alert">
          {PROBLEMS[problem.why]} {problem.words !== undefined && `(${problem.words}) `}Your library and the vaults
          before it are as they were.
        </p>
      )}
    </div>
  );
}

const PROBLEMS: Readonly<Record<BackupProblem['why'], string>> = {
  permission: 'The browser does not let Lectern write there any more.',
  gone: 'The folder is not there any more: it was moved, renamed or unplugged. Stop, then choose it again.',
  damaged: 'The last vault could not be read back, and was taken away.',
  failed: 'The last vault could not be written. It is tried again in an hour.',
};

const NO_FACTS: BackupFacts = {};
