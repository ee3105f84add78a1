import { useEffect, useState } from 'preact/hooks';
import type { BackupFacts } from '../../lib/article/backup.ts';
import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import { valueOr } from '../controls/use-live.ts';
import type { TransferApp } from './transfer-app.ts';
import { countOf, formatAge, formatBytes, formatNumber } from './words.ts';

type State =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly done: number; readonly total: number; readonly stop: () => void }
  | { readonly status: 'done'; readonly words: string }
  | { readonly status: 'failed'; readonly why: string };

/** The whole library as one zip: made here, and how old the last one is. */
export function VaultCard({ app }: { app: TransferApp }) {
  const [state, setState] = useState<State>({ status: 'idle' });
  const { lastAt } = valueOr(app.autoVaults.facts.value, NO_FACTS);
  const [base, setBase] = useState<string>();
  useEffect(() => {
    app.readBase().then(setBase, () => undefined);
  }, [app]);
  async function make(former?: string) {
    const day = new Date(app.now()).toISOString().slice(0, 10);
    const name = former === undefined ? `lectern-vault-${day}.zip` : `lectern-vault-${day}-changes.zip`;
    const file = await app.openVaultFile(name);
    if (!file) return;
    const controller = new AbortController();
    const stop = () => controller.abort();
    setState({ status: 'working', done: 0, total: 0, stop });
    try {
      const tell = (done: number, total: number) => setState({ status: 'working', done, total, stop });
      const written = await app.exports.vault(file.write, tell, controller.signal, former);
      await file.close();
      await app.vaultWritten(written.checksums);
      setBase(written.checksums);
      setState({
        status: 'done',
        words:
          former === undefined
            ? `The vault holds ${countOf(written.articles, 'article')}, ${formatBytes(written.bytes)}.`
            : `The vault holds what changed since the one before, ${formatBytes(written.bytes)}. Keep both: to restore, begin with the older.`,
      });
    } catch (error) {
      await file.abort().catch(() => undefined);
      if (controller.signal.aborted) setState({ status: 'idle' });
      else setState({ status: 'failed', why: whyNotWritten(error) });
    }
  }
  return (
    <div class="job vault">
      <div class="job-head">
        <div>
          <strong>The vault</strong>
          <p class="muted">
            One zip with everything: texts, pictures, lists, tags, notes, marks. It opens in any browser without
            Lectern, and dropped above it restores to the letter.
          </p>
        </div>
        {state.status === 'working' ? (
          <button type="button" class="button" onClick={state.stop}>
            Stop
          </button>
        ) : (
          <div class="job-buttons">
            {base !== undefined && (
              <button type="button" class="button" onClick={() => make(base)}>
                Only what changed
              </button>
            )}
            <button type="button" class="button is-primary" onClick={() => make()}>
              Make a vault
            </button>
          </div>
        )}
      </div>
      {state.status === 'working' && (
        <>
          <progress value={state.done} max={Math.max(1, state.total)} aria-label="Making the vault" />
          <p class="muted small number" role="status">
            {formatNumber(state.done)} of {formatNumber(state.total)}
          </p>
        </>
      )}
      {state.status === 'idle' && (
        <p class={lastAt === undefined ? 'warning small' : 'muted small'}>
          {lastAt === undefined
            ? 'No vault has been made on this device yet. If the browser’s profile is lost, so is your library.'
            : `Backed up ${formatAge(lastAt, app.now())}.`}
        </p>
      )}
      {state.status === 'done' && (
        <p class="done" role="status">
          {state.words}
        </p>
      )}
      {state.status === 'failed' && (
        <p class="problem" role="alert">
          The vault could not be written: {state.why}. Your library is unchanged; an older vault is too.
        </p>
      )}
    </div>
  );
}

const NO_FACTS: BackupFacts = {};
