import { useState } from 'preact/hooks';
import type { LibraryHealth } from '../../lib/app/library-health.ts';
import type { RecoveryApp } from './recovery-app.ts';
import { countOf } from './words.ts';

/** How the library is, in plain words: what happened, what is safe, what to do. */
export function HealthCard({ app }: { app: RecoveryApp }) {
  const health = app.health.value;
  if (!health) return <p class="lead">Looking at the library…</p>;
  if (health.status === 'fine') {
    return (
      <p class="lead" role="status">
        The library opens, and nothing that was here is missing.
      </p>
    );
  }
  const [title, ...words] = sentencesOf(health);
  return (
    <section class="job is-lost" role="alert">
      <strong>{title}</strong>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {health.status === 'closed' && <NewDatabase app={app} />}
      {health.status !== 'closed' && health.status !== 'broken' && (
        <p>
          <button type="button" class="button" onClick={app.accept}>
            Go on with what is here
          </button>
        </p>
      )}
    </section>
  );
}

/** The last way out, in two steps: what the browser can't open, it throws away. */
function NewDatabase({ app }: { app: RecoveryApp }) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <p>
        <button type="button" class="button" onClick={() => setAsked(true)}>
          Make a new database…
        </button>
      </p>
    );
  }
  return (
    <>
      <p>
        This removes the damaged files, with all that is in them. Copy the browser’s profile first if you have no vault:
        its folder IndexedDB is what is left of your library.
      </p>
      <p>
        <button type="button" class="button is-danger" onClick={app.makeNewDatabase}>
          Remove the damaged files
        </button>
      </p>
    </>
  );
}

type Sick = Exclude<LibraryHealth, { readonly status: 'fine' }>;

function sentencesOf(health: Sick): readonly string[] {
  if (health.status === 'closed') {
    return [
      'The library does not open',
      `The browser says: ${health.why}`,
      'Nothing was changed or deleted. Close other Lectern windows and start the browser anew; in a private window there is no library at all.',
      'If that does not help: save what can be read, make a new database, and restore your last vault into it.',
    ];
  }
  if (health.status === 'broken') {
    const { texts, pictures } = health;
    const what = [texts > 0 && countOf(texts, 'text'), pictures > 0 && countOf(pictures, 'picture')];
    return [
      'Something in the library is broken',
      `${what.filter(Boolean).join(' and ')} ${texts + pictures === 1 ? 'is' : 'are'} not what was kept: the browser’s files were damaged. All else is as it was.`,
      'Nothing is changed by itself. Restore your last vault below, which has it whole; what is still broken then, the repair puts aside.',
    ];
  }
  const { articlesThen, notesThen, articlesNow, seenAt } = health;
  const then = `${countOf(articlesThen, 'article')} and ${countOf(notesThen, 'note')}`;
  const when = new Date(seenAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  const now = `Now there ${articlesNow === 1 ? 'is' : 'are'} ${countOf(articlesNow, 'article')}.`;
  const next = 'Lectern changes nothing by itself. Restore your last vault below; then go on with what is here.';
  if (health.status === 'empty') {
    return [
      'The library was emptied',
      `On ${when} it held ${then}. ${now} The browser gave Lectern a new, empty database, as it does when its files are damaged or its data was cleared.`,
      next,
    ];
  }
  if (health.status === 'older') {
    return [
      'The last changes are missing',
      `On ${when} the library held ${then}. ${now} Its database is older than that: the browser lost the end of it.`,
      next,
    ];
  }
  return [
    'Part of the library is missing',
    `On ${when} it held ${then}. ${now} Rows are gone that nobody deleted.`,
    next,
  ];
}
