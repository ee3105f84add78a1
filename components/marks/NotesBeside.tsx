import { useRef } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import { useLater } from '../controls/use-later.ts';
import { BackLinks } from '../notes/BackLinks.tsx';
import { NoteBeside } from '../reader/NoteBeside.tsx';
import type { ReaderApp } from '../reader/reader-app.ts';
import { MarginNotes } from './MarginNotes.tsx';
import { UnplacedMarks } from './UnplacedMarks.tsx';
import type { MarksState } from './use-marks.ts';
import './marks.css';

/** Beside the text: the note on the article, the marks that are not found, the notes on marks. */
export function NotesBeside({ app, detail, state }: { app: ReaderApp; detail: ArticleDetail; state: MarksState }) {
  const top = useRef<HTMLDivElement>(null);
  const linking = useLater(app.loadBackLinks)?.value;
  return (
    <aside class="notes-beside" aria-label="Notes">
      <div ref={top}>
        <NoteBeside app={app} detail={detail} />
        {linking?.status === 'ready' && <BackLinks links={linking.value} addressOf={app.addressOf} />}
        <UnplacedMarks app={app} state={state} />
      </div>
      <MarginNotes app={app} state={state} least={() => (top.current?.offsetHeight ?? 0) + 20} />
    </aside>
  );
}
