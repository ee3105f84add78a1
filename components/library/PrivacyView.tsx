import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RequestRecord } from '../../lib/article/request-record.ts';
import { formatBytes, formatCount } from '../../lib/library/row-facts.ts';
import { valueOr } from '../controls/use-live.ts';
import { EraseEverything } from './EraseEverything.tsx';
import type { LibraryApp } from './library-app.ts';
import './settings-view.css';
import './privacy-view.css';

/** What is stored, what was asked of whom, what each permission is for, and the way to be rid of it all. */
export function PrivacyView({ app, total }: { app: LibraryApp; total: number | undefined }) {
  const [usedBytes, setUsedBytes] = useState<number>();
  useEffect(() => {
    app.privacy.readRoom().then(
      ({ used }) => setUsedBytes(used),
      () => undefined,
    );
  }, [app]);
  return (
    <div class="page settings privacy">
      <h1>Privacy</h1>
      <section>
        <h2>What is stored</h2>
        <p>
          {total !== undefined && `${formatCount(total)} ${total === 1 ? 'article' : 'articles'}`}
          {usedBytes !== undefined && `, ${formatBytes(usedBytes)} in all`}: texts, pictures, notes, marks, lists and
          how far you read, in this browser’s profile on this device. They are not encrypted. No account, no server, no
          telemetry.
        </p>
      </section>
      <Requests app={app} />
      <Permissions app={app} />
      <EraseEverything app={app} total={total} />
    </div>
  );
}

const REASONS = { picture: 'A picture of an article you keep', text: 'The text of a link you imported' } as const;

const OUTCOMES: Readonly<Record<string, string>> = {
  fetched: 'came',
  answered: 'was refused by the site',
  'too-large': 'was too large',
  'no-page': 'was no page',
  unreachable: 'could not be reached',
};

function Requests({ app }: { app: LibraryApp }) {
  const live = useMemo(() => app.privacy.requests(), [app]);
  const requests = valueOr(live.value, []);
  return (
    <section>
      <h2>What was asked of whom</h2>
      <p>
        Every request that Lectern made, the newest first; each went out without cookies and without saying where it
        came from. The list is kept here and nowhere else.
      </p>
      {requests.length === 0 ? (
        <p class="muted">Nothing was asked of anyone yet.</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <section class="request-box" tabIndex={0} aria-label="Requests">
            <table>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Asked for</th>
                  <th scope="col">Why</th>
                </tr>
              </thead>
              <tbody>
                {requests.map((request) => (
                  <RequestRow key={request.id} request={request} />
                ))}
              </tbody>
            </table>
          </section>
          <p class="setting-line">
            <button type="button" class="button" onClick={() => app.privacy.clearRequests()}>
              Clear the list
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function RequestRow({ request: { url, reason, askedAt, outcome } }: { request: RequestRecord }) {
  const when = new Date(askedAt);
  return (
    <tr>
      <td class="number">
        <time dateTime={when.toISOString()}>
          {when.toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' })}
        </time>
      </td>
      <td class="request-url" dir="ltr">
        {url}
      </td>
      <td>
        {REASONS[reason]}; {outcome === undefined ? 'no answer yet' : `it ${OUTCOMES[outcome] ?? outcome}`}
      </td>
    </tr>
  );
}

const PERMISSIONS = [
  ['The tab you click on', 'activeTab', 'reads the page in front when you press Lectern’s button, and no other page'],
  ['Scripts', 'scripting', 'puts the script that reads a page into that page, at the click'],
  ['Storage', 'storage', 'keeps your settings'],
  ['Unlimited storage', 'unlimitedStorage', 'keeps the browser from limiting or clearing your library'],
  ['Context menu', 'contextMenus', 'adds “Save” to the menu of pages, links and selections'],
  [
    'Page out of sight',
    'offscreen',
    'in Chromium only: reads fetched pages, as its worker has no document to do it in',
  ],
  ['Alarms', 'alarms', 'goes on with pictures, imports and backups after the browser put Lectern to sleep'],
] as const;

function Permissions({ app }: { app: LibraryApp }) {
  const { isAllowed, allow, withdraw } = app.pictures;
  return (
    <section>
      <h2>What each permission does</h2>
      <dl class="permissions">
        {PERMISSIONS.map(([name, id, use]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{use}. Part of Lectern; it goes with it.</dd>
          </div>
        ))}
        <div>
          <dt>Browsing data</dt>
          <dd>
            in Chromium only: lets the browser throw away a library that can neither be opened nor deleted, of Lectern’s
            own and nothing else. Asked for on the page that brings it back, and given back at once.
          </dd>
        </div>
        <div>
          <dt>Downloads</dt>
          <dd>in Firefox only: writes automatic vaults. Off unless you turn those on.</dd>
        </div>
        <div>
          <dt>
            <label class="radio">
              <input
                type="checkbox"
                checked={isAllowed.value === true}
                disabled={isAllowed.value === undefined}
                onChange={({ currentTarget }) => (currentTarget.checked ? allow() : withdraw())}
              />
              <span>All sites</span>
            </label>
          </dt>
          <dd>fetches pictures of other sites, and texts of links you imported. Off unless you allow it.</dd>
        </div>
      </dl>
    </section>
  );
}
