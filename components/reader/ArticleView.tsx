import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { OpenedText } from '../../lib/app/open-article.ts';
import { readArticleText } from '../../lib/reader/anchoring/article-text.ts';
import { UndoBar } from '../controls/UndoBar.tsx';
import { useLater } from '../controls/use-later.ts';
import type { ReadText } from '../marks/shown-text.ts';
import { ArticleBody } from './ArticleBody.tsx';
import { ArticleHead } from './ArticleHead.tsx';
import { Contents } from './Contents.tsx';
import { LinkOnly } from './LinkOnly.tsx';
import { ReaderBar } from './ReaderBar.tsx';
import { createReaderActs } from './reader-acts.ts';
import type { ReaderApp, ReadingTool } from './reader-app.ts';
import { useReaderKeys } from './reader-keys.ts';
import { TrashBar } from './TrashBar.tsx';
import { useReadingPlace } from './use-reading-place.ts';

interface ArticleViewProps {
  readonly app: ReaderApp;
  readonly detail: ArticleDetail;
  readonly text: OpenedText;
}

/** An article with all that stands around it. */
export function ArticleView({ app, detail, text }: ArticleViewProps) {
  const { article, reading } = detail;
  const { textSize, lineWidth, lineHeight, font, pace } = app.settings.settings.value;
  const [hasNotes, setNotes] = useState(true);
  const [areKeysShown, setKeysShown] = useState(false);
  const place = useReadingPlace(app, detail);
  const acts = createReaderActs(app, detail);
  const [read, setRead] = useState<ReadText>();
  const Foot = useLater(() => import('./ArticleFoot.tsx').then(({ ArticleFoot }) => ArticleFoot));
  const Marks = useLater(() => import('../marks/MarksRoom.tsx').then(({ MarksRoom }) => MarksRoom));
  const Tools = useLater(() => import('../reading/ReadingRoom.tsx').then(({ ReadingRoom }) => ReadingRoom));
  const Keys = useLater(
    () => import('./ReaderKeysDialog.tsx').then(({ ReaderKeysDialog }) => ReaderKeysDialog),
    areKeysShown,
  );
  const tool = useSignal<ReadingTool | undefined>(undefined);
  const toMark = useSignal<HTMLImageElement | undefined>(undefined);
  const { bodyHash } = text;
  const onShown = (root: HTMLElement) => {
    if (bodyHash !== undefined) setRead({ root, article: readArticleText(root), bodyHash });
    return place.follow(root);
  };
  useReaderKeys(app, acts, { showNotes: () => setNotes(true), showKeys: () => setKeysShown(true) });
  useEffect(() => {
    document.title = `${article.title} · Lectern`;
  }, [article.title]);

  return (
    <div
      class="reader"
      data-font={font}
      style={{ '--text-size': `${textSize}px`, '--line-width': lineWidth, '--line-height': lineHeight }}
    >
      <ProgressLine progress={place.progress} />
      <ReaderBar
        app={app}
        detail={detail}
        acts={acts}
        progress={place.progress}
        hasNotes={hasNotes}
        toggleNotes={() => setNotes(!hasNotes)}
        showKeys={() => setKeysShown(true)}
        tool={tool}
        use={(name) => {
          tool.value = name;
        }}
      />
      <main class="page">
        <Contents headings={place.headings.value} current={place.heading} />
        <div class="column">
          {reading.trashedAt !== undefined && <TrashBar restore={acts.restore} />}
          <article aria-label={article.title}>
            <ArticleHead article={article} pace={pace} />
            {text.html === undefined ? (
              <LinkOnly article={article} />
            ) : (
              <ArticleBody app={app} article={article} html={text.html} onShown={onShown} />
            )}
          </article>
          {Foot && <Foot app={app} detail={detail} acts={acts} />}
        </div>
        {Marks && <Marks app={app} detail={detail} text={read} hasNotes={hasNotes} toMark={toMark} />}
      </main>
      {Tools && <Tools app={app} detail={detail} text={read} tool={tool} toMark={toMark} />}
      <UndoBar history={app.history} />
      {areKeysShown && Keys && <Keys close={() => setKeysShown(false)} />}
    </div>
  );
}

/** A component of its own, so that scrolling renders this line and not the page. */
function ProgressLine({ progress }: { progress: ReadonlySignal<number> }) {
  return <div class="progress-line" style={{ transform: `scaleX(${progress.value})` }} aria-hidden="true" />;
}
