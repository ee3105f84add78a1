import type { Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { ReaderApp } from '../reader/reader-app.ts';
import { MarkEnds } from './MarkEnds.tsx';
import { MarkToolbar } from './MarkToolbar.tsx';
import { NotesBeside } from './NotesBeside.tsx';
import type { ReadText } from './shown-text.ts';
import { withPlaces } from './shown-text.ts';
import { useMarkKeys } from './use-mark-keys.ts';
import { useMarkPointer } from './use-mark-pointer.ts';
import { useMarks } from './use-marks.ts';

interface MarksRoomProps {
  readonly app: ReaderApp;
  readonly detail: ArticleDetail;
  readonly text: ReadText | undefined;
  readonly hasNotes: boolean;
  /** A picture that the reader asked to mark. */
  readonly toMark: Signal<HTMLImageElement | undefined>;
}

/** Marks and the notes beside the text: a chunk of its own, loaded while the text is painted. */
export function MarksRoom({ app, detail, text, hasNotes, toMark }: MarksRoomProps) {
  const state = useMarks(app, detail);
  useMarkPointer(state, toMark);
  useMarkKeys(app, state);
  useLayoutEffect(() => {
    state.text.value = text && withPlaces(text);
  }, [text, state.text]);
  return (
    <>
      {hasNotes && <NotesBeside app={app} detail={detail} state={state} />}
      <MarkEnds app={app} state={state} />
      <MarkToolbar state={state} />
    </>
  );
}
