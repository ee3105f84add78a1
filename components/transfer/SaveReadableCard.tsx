import { useState } from 'preact/hooks';
import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import type { RecoveryApp } from './recovery-app.ts';
import { formatNumber } from './words.ts';

/** Writes what can still be read into a vault, before anything else is tried. */
export function SaveReadableCard({ app }: { app: RecoveryApp }) {
  const [words, setWords] = useState('');
  const [isFailed, setFailed] = useState(false);
  async function save() {
    const file = await app.openVaultFile(`lectern-recovered-${new Date(app.now()).toISOString().slice(0, 10)}.zip`);
    if (!file) return;
    setFailed(false);
    try {
      const tell = (done: number, total: number) => setWords(`${formatNumber(done)} of ${formatNumber(total)}`);
      const { articles, total } = await app.saveReadable(file, tell);
      await file.close();
      setWords(`The vault holds ${formatNumber(articles)} of ${formatNumber(total)} articles.`);
    } catch (error) {
      await file.abort().catch(() => undefined);
      setFailed(true);
      setWords(`Nothing could be read: ${whyNotWritten(error)}`);
    }
  }
  return (
    <section class="job">
      <div class="job-head">
        <div>
          <strong>Save what can be read</strong>
          <p class="muted">Writes a vault of everything the browser still gives, around what is damaged.</p>
        </div>
        <button type="button" class="button" onClick={save}>
          Save
        </button>
      </div>
      {words !== '' && (
        <p class={isFailed ? 'problem' : 'muted number'} role="status">
          {words}
        </p>
      )}
    </section>
  );
}
