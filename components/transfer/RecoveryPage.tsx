import { useState } from 'preact/hooks';
import type { LibraryHealth } from '../../lib/app/library-health.ts';
import type { BackupFacts } from '../../lib/article/backup.ts';
import { Icon } from '../controls/Icon.tsx';
import { valueOr } from '../controls/use-live.ts';
import { CheckCard } from './CheckCard.tsx';
import { chosenFiles } from './dropped-files.ts';
import { HealthCard } from './HealthCard.tsx';
import { RestoreForm } from './RestoreForm.tsx';
import type { RecoveryApp } from './recovery-app.ts';
import { SaveReadableCard } from './SaveReadableCard.tsx';
import { countOf, formatAge } from './words.ts';
import './transfer.css';
import './recovery.css';

/** Says how the library is, checks and mends it, saves what can be read, and brings a vault back. */
export function RecoveryPage({ app }: { app: RecoveryApp }) {
  const health = app.health.value;
  return (
    <div class="transfer recovery">
      <nav aria-label="Lectern">
        <a class="back" href={app.libraryAddress}>
          <Icon name="back" /> Library
        </a>
      </nav>
      <main>
        <h1>Check and recovery</h1>
        <HealthCard app={app} />
        {/* By their keys they stay what they are where the health changes: what a check has found must not go with its place. */}
        {waysAt(health?.status).map((way) => {
          const Card = WAYS[way];
          return <Card key={way} app={app} />;
        })}
        {health && health.status !== 'closed' && <QuarantineCard app={app} />}
      </main>
    </div>
  );
}

const WAYS = { check: CheckCard, save: SaveReadableCard, restore: RestoreCard } as const;

/** In the order in which they are to be tried: what does not open can be restored into only once it was made anew. */
function waysAt(status: LibraryHealth['status'] | undefined): readonly (keyof typeof WAYS)[] {
  if (status === undefined) return ['restore'];
  if (status === 'fine') return ['check', 'restore'];
  return status === 'closed' ? ['save', 'restore'] : ['restore', 'check', 'save'];
}

function RestoreCard({ app }: { app: RecoveryApp }) {
  const { desk } = app;
  const state = desk.state.value;
  const { place, folderName, autoAt } = valueOr(app.backup.value, NO_BACKUPS);
  const [isMissing, setMissing] = useState(false);
  const isOpen = state.status === 'empty' || state.status === 'failed';
  return (
    <section class="job">
      <div class="job-head">
        <div>
          <strong>Restore from a vault</strong>
          <p class="muted">
            What is in a vault joins what is here; nothing that is here is lost.{' '}
            {autoAt !== undefined &&
              `The last one was made by itself ${formatAge(autoAt, app.now())}, in ${place === 'folder' ? `the folder “${folderName}”` : 'the folder Lectern among your downloads'}.`}
          </p>
        </div>
        {isOpen && (
          <div class="job-buttons">
            {place === 'folder' && autoAt !== undefined && (
              <button
                type="button"
                class="button is-primary"
                onClick={async () => setMissing(!(await app.readLastVault()))}
              >
                Read the last one
              </button>
            )}
            <label class="button">
              Choose a vault
              <input
                type="file"
                accept=".zip"
                class="visually-hidden"
                onChange={(event) => desk.read(chosenFiles(event.currentTarget.files))}
              />
            </label>
          </div>
        )}
      </div>
      {isOpen && isMissing && (
        <p class="problem" role="alert">
          The folder can’t be read: it may have been moved, renamed or unplugged, or reading it was not allowed. Choose
          the vault yourself; its name begins with “lectern-vault”.
        </p>
      )}
      {state.status === 'reading' && <p role="status">Reading the vault…</p>}
      {state.status === 'read' && (
        <p class="problem" role="alert">
          This is no vault, so nothing was done. What it is can be imported on the page Import and export.
        </p>
      )}
      {state.status === 'failed' && (
        <p class="problem" role="alert">
          The vault could not be read: {state.why} Nothing was changed.
        </p>
      )}
      <RestoreForm desk={desk} />
    </section>
  );
}

const NO_BACKUPS: BackupFacts = {};

/** What repairs put aside. Absent while there is nothing. */
function QuarantineCard({ app }: { app: RecoveryApp }) {
  const { length: count } = valueOr(app.quarantine.value, []);
  if (count === 0) return null;
  return (
    <section class="job">
      <div class="job-head">
        <div>
          <strong>Put aside: {countOf(count, 'row')}</strong>
          <p class="muted">
            Repairs move what is broken, or belongs to nothing, out of the way and keep it as it is. A file of it may
            show words that are in no article any more.
          </p>
        </div>
        <button type="button" class="button" onClick={app.saveQuarantine}>
          Save as a file
        </button>
      </div>
    </section>
  );
}
