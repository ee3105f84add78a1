import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportScope } from '../../lib/app/transfer/export-desk.ts';
import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import { valueOr } from '../controls/use-live.ts';
import { AutoVaults } from './AutoVaults.tsx';
import type { TransferApp } from './transfer-app.ts';
import { VaultCard } from './VaultCard.tsx';
import { countOf, formatNumber } from './words.ts';

type State =
  | { readonly status: 'idle' }
  | { readonly status: 'asking'; readonly urls: readonly string[] }
  | { readonly status: 'working'; readonly done: number; readonly total: number; readonly stop: () => void }
  | { readonly status: 'done'; readonly words: string }
  | { readonly status: 'failed'; readonly why: string };

/** Formats that are handed to others, so that an address with a key in it is worth a question. */
const SHARED: ReadonlySet<string> = new Set(['html', 'epub']);
/** Stands in the field for what another page handed over. */
const HANDED_OVER = 'handed-over';

export function ExportView({ app }: { app: TransferApp }) {
  const { exports, formats, handedOver } = app;
  const lists = valueOr(app.lists.value, []);
  const [where, setWhere] = useState(handedOver.length > 0 ? HANDED_OVER : 'all');
  const [formatId, setFormatId] = useState(formats[0]?.id ?? '');
  const [patterns, setPatterns] = useState<Readonly<Record<string, string>>>({});
  const [state, setState] = useState<State>({ status: 'idle' });
  const format = formats.find(({ id }) => id === formatId);
  const pattern = patterns[formatId] ?? format?.fileNames;
  const list = lists.find(({ id }) => id === where);
  const scope = scopeOf();
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (handedOver.length > 0) form.current?.scrollIntoView({ block: 'center' });
  }, [handedOver]);

  function scopeOf(): ExportScope {
    if (where === HANDED_OVER) return { kind: 'articles', ids: handedOver };
    return list ? { kind: 'list', listId: list.id } : { kind: 'all' };
  }

  async function begin() {
    const urls = SHARED.has(formatId) ? await exports.suspicious(scope) : [];
    if (urls.length > 0) setState({ status: 'asking', urls });
    else await make();
  }
  async function make() {
    const controller = new AbortController();
    const stop = () => controller.abort();
    setState({ status: 'working', done: 0, total: 0, stop });
    try {
      const tell = (done: number, total: number) => setState({ status: 'working', done, total, stop });
      const title = await exports.titleOf(scope);
      const file = await exports.make(formatId, scope, title, tell, controller.signal, pattern);
      app.save(file);
      setState({
        status: 'done',
        words: `${file.name}, of ${countOf(file.articles, 'article')}, is in your downloads.`,
      });
    } catch (error) {
      if (controller.signal.aborted) setState({ status: 'idle' });
      else setState({ status: 'failed', why: whyNotWritten(error) });
    }
  }
  return (
    <section aria-labelledby="export-title" class="export">
      <h1 id="export-title">Take your reading with you</h1>
      <p class="lead">Everything you keep can leave again, in full, without asking anyone.</p>
      <VaultCard app={app} />
      <AutoVaults app={app} />
      <h2>Other formats</h2>
      <div class="export-form" ref={form}>
        <label>
          What
          <select value={where} onChange={({ currentTarget }) => setWhere(currentTarget.value)}>
            {handedOver.length > 0 && (
              <option value={HANDED_OVER}>{countOf(handedOver.length, 'article')} that you chose</option>
            )}
            <option value="all">All articles</option>
            {lists.map(({ id, name }) => (
              <option key={id} value={id}>
                List: {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          As
          <select value={formatId} onChange={({ currentTarget }) => setFormatId(currentTarget.value)}>
            {formats.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {pattern !== undefined && (
          <label>
            File names
            <input
              value={pattern}
              maxLength={200}
              aria-describedby="pattern-parts"
              onInput={({ currentTarget }) => setPatterns({ ...patterns, [formatId]: currentTarget.value })}
            />
          </label>
        )}
        <button type="button" class="button is-primary" disabled={state.status === 'working'} onClick={begin}>
          Export
        </button>
      </div>
      {format && (
        <p class="muted">
          {format.about}
          {format.lacks !== undefined && ` It can’t hold ${format.lacks}.`}
          {pattern !== undefined && <span id="pattern-parts"> File names may hold {app.patternParts.join(', ')}.</span>}
        </p>
      )}
      {state.status === 'asking' && (
        <div class="problem" role="alert">
          <p>
            {countOf(state.urls.length, 'address', 'addresses')} in it may hold a key to an account. Whoever gets the
            file gets {state.urls.length === 1 ? 'it' : 'them'} too:
          </p>
          <ul>
            {state.urls.slice(0, 5).map((url) => (
              <li key={url}>{url.slice(0, 200)}</li>
            ))}
          </ul>
          <p class="job-buttons">
            <button type="button" class="button" onClick={make}>
              Export all the same
            </button>
            <button type="button" class="button" onClick={() => setState({ status: 'idle' })}>
              Don’t export
            </button>
          </p>
        </div>
      )}
      {state.status === 'working' && (
        <div class="job" role="status">
          <div class="job-head">
            <p>
              <strong class="number">
                {formatNumber(state.done)} of {formatNumber(state.total)}
              </strong>
            </p>
            <button type="button" class="button" onClick={state.stop}>
              Stop
            </button>
          </div>
          <progress value={state.done} max={Math.max(1, state.total)} aria-label="Exporting" />
        </div>
      )}
      {state.status === 'done' && (
        <p class="done" role="status">
          {state.words}
        </p>
      )}
      {state.status === 'failed' && (
        <p class="problem" role="alert">
          The file could not be made: {state.why}. Your library is unchanged.
        </p>
      )}
    </section>
  );
}
