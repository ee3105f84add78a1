import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import { useLater } from '../controls/use-later.ts';
import { ArticleView } from './ArticleView.tsx';
import { BarShell } from './BarShell.tsx';
import { Notice } from './Notice.tsx';
import type { ReaderApp } from './reader-app.ts';
import './reader.css';

/** One article and what the reader does with it, or a plain sentence on why it can't be shown. */
export function Reader({ app }: { app: ReaderApp }) {
  const detail = app.detail.value;
  const text = app.text.value;
  if (detail.status === 'failed') return <Failed error={detail.error} app={app} />;
  if (text.status === 'failed') return <Failed error={text.error} app={app} />;
  if (detail.status === 'loading' || text.status === 'loading') return <BarShell app={app} />;
  if (detail.value === undefined) return <NotFound app={app} />;
  return <ArticleView app={app} detail={detail.value} text={text.value} />;
}

function NotFound({ app }: { app: ReaderApp }) {
  const { queue } = app;
  const Next = useLater(() => import('./NextInQueue.tsx').then(({ NextInQueue }) => NextInQueue), queue !== undefined);
  const Stranded = useLater(() => import('../notes/StrandedNotes.tsx').then(({ StrandedNotes }) => StrandedNotes));
  return (
    <>
      <BarShell app={app} />
      <Notice title="This article is not in your library">
        <p>It may have been kept in another browser or profile. Nothing in this library was changed.</p>
        {queue && Next && <Next app={app} queue={queue} />}
        {Stranded && <Stranded read={app.readStranded} />}
      </Notice>
    </>
  );
}

function Failed({ app, error }: { app: ReaderApp; error: unknown }) {
  return (
    <>
      <BarShell app={app} />
      <Notice title="The article could not be read from the disk">
        <p>Nothing was changed. Close other windows of Lectern and load this page again.</p>
        <p class="muted small">The browser said: {whyNotWritten(error)}</p>
      </Notice>
    </>
  );
}
