import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import { useKeys } from '../controls/keys.ts';
import { useLater } from '../controls/use-later.ts';
import type { ReadText } from '../marks/shown-text.ts';
import type { ReaderApp, ReadingTool } from '../reader/reader-app.ts';
import { colourCode } from './colour-code.ts';
import { FocusLine } from './FocusLine.tsx';
import { Footnote } from './Footnote.tsx';
import { usePaging } from './use-paging.ts';
import './reading.css';

interface ReadingRoomProps {
  readonly app: ReaderApp;
  readonly detail: ArticleDetail;
  readonly text: ReadText | undefined;
  /** Reading aloud and finding can be asked for from the bar. */
  readonly tool: Signal<ReadingTool | undefined>;
  /** A picture the reader wants to mark. */
  readonly toMark: Signal<HTMLImageElement | undefined>;
}

/** What helps to read a text that is on the page: a chunk of its own, loaded while the text is painted. */
export function ReadingRoom({ app, detail, text, tool, toMark }: ReadingRoomProps) {
  const root = text?.root;
  const [picture, setPicture] = useState<HTMLImageElement>();
  const { hasFocusLine } = app.settings.settings.value;
  const Find = useLater(() => import('./FindBar.tsx').then(({ FindBar }) => FindBar), tool.value === 'find');
  const aloud = useLater(async () => {
    const [{ ReadAloud }, spoken] = await Promise.all([import('./ReadAloud.tsx'), app.loadSpoken()]);
    return { ReadAloud, spoken };
  }, tool.value === 'aloud');
  const Box = useLater(() => import('./Lightbox.tsx').then(({ Lightbox }) => Lightbox), picture !== undefined);
  const close = () => {
    tool.value = undefined;
  };
  usePaging(root);
  useEffect(() => (root ? colourCode(root) : undefined), [root]);
  useEffect(() => (root ? hearPictures(root, setPicture) : undefined), [root]);
  useKeys({
    '/': () => {
      tool.value = 'find';
    },
    i: () => app.settings.change({ hasFocusLine: !hasFocusLine }),
    ...(tool.value !== 'aloud' && {
      p: () => {
        tool.value = 'aloud';
      },
    }),
  });
  if (!text || !root) return null;
  return (
    <>
      <Footnote root={root} />
      {hasFocusLine && <FocusLine root={root} />}
      {tool.value === 'find' && Find && <Find text={text} close={close} />}
      {tool.value === 'aloud' && aloud && (
        <aloud.ReadAloud app={app} article={detail.article} text={text} spoken={aloud.spoken} close={close} />
      )}
      {picture && Box && (
        <Box
          root={root}
          picture={picture}
          show={setPicture}
          close={() => setPicture(undefined)}
          mark={(each) => {
            toMark.value = each;
          }}
        />
      )}
    </>
  );
}

/** A picture opens at a click, or at Enter or Space where it has the focus. One inside a link is the link's. */
function hearPictures(root: HTMLElement, open: (picture: HTMLImageElement) => void): () => void {
  const stopping = new AbortController();
  const pictureOf = ({ target }: Event) =>
    target instanceof HTMLImageElement && target.matches('img[data-picture][src]') && !target.closest('a')
      ? target
      : undefined;
  root.addEventListener(
    'click',
    (event) => {
      const picture = pictureOf(event);
      // A marked one shows its mark; Enter opens it.
      if (picture && picture.dataset['mark'] === undefined) open(picture);
    },
    { signal: stopping.signal },
  );
  root.addEventListener(
    'keydown',
    (event) => {
      const picture = event.key === 'Enter' || event.key === ' ' ? pictureOf(event) : undefined;
      if (!picture) return;
      event.preventDefault();
      event.stopPropagation();
      open(picture);
    },
    { signal: stopping.signal },
  );
  return () => stopping.abort();
}
