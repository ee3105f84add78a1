import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import { useLater } from '../controls/use-later.ts';
import { BackLinks } from '../notes/BackLinks.tsx';
import { NoteBeside } from '../reader/NoteBeside.tsx';
import type { ReaderApp } from '../reader/reader-app.ts';
import { MarginNotes } from './MarginNotes.tsx';
import { showForPrint } from './print-notes.ts';
import { UnplacedMarks } from './UnplacedMarks.tsx';
import type { MarksState } from './use-marks.ts';
import './marks.css';

/** Beside the text: the note on the article, the marks that are not found, the notes on marks. */
export function NotesBeside({ app, detail, state }: { app: ReaderApp; detail: ArticleDetail; state: MarksState }) {
  const top = useRef<HTMLDivElement>(null);
  const linking = useLater(app.loadBackLinks)?.value;
  // Marks are there a frame before their notes, which take longer where there are hundreds.
  const [isPainted, setPainted] = useState(false);
  const hasText = state.text.value !== undefined;
  useEffect(() => {
    if (hasText) setPainted(true);
  }, [hasText]);
  useEffect(() => {
    let end: (() => void) | undefined;
    const stopping = new AbortController();
    const show = () => {
      const root = state.text.peek()?.root;
      const noted = state.placed.peek().filter(({ mark, passage }) => passage && mark.note.trim() !== '');
      end?.();
      end = root && noted.length > 0 ? showForPrint(root, noted) : undefined;
    };
    const hide = () => {
      end?.();
      end = undefined;
    };
    addEventListener('beforeprint', show, { signal: stopping.signal });
    addEventListener('afterprint', hide, { signal: stopping.signal });
    return () => {
      hide();
      stopping.abort();
    };
  }, [state]);
  return (
    <aside class="notes-beside" aria-label="Notes">
      <div ref={top}>
        <NoteBeside app={app} detail={detail} />
        {linking?.status === 'ready' && <BackLinks links={linking.value} addressOf={app.addressOf} />}
        <UnplacedMarks app={app} state={state} />
      </div>
      {isPainted && <MarginNotes app={app} state={state} above={top} />}
    </aside>
  );
}
