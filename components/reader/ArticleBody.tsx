import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article } from '../../lib/article/article.ts';
import type { SafeHtml } from '../../lib/article/html.ts';
import { dressBody } from './dress-body.ts';
import type { ReaderApp } from './reader-app.ts';
import { type ShownPictures, showPictures } from './show-pictures.tsx';
import { watchScrollBoxes } from './watch-scroll-boxes.ts';
import './article-body.css';

interface ArticleBodyProps {
  readonly app: ReaderApp;
  readonly article: Article;
  readonly html: SafeHtml;
  /**
   * Called with the element each time it holds a new text and nothing else, before that is painted. What it gives is called once
   * the pictures are in: to measure before would lay out the text twice.
   */
  readonly onShown: (root: HTMLElement) => () => void;
}

/**
 * The text. The only place where HTML that was kept becomes elements: once for each text, apart from Preact, which never
 * touches what is inside. It is parsed in a document of its own and not by `innerHTML`, so that it is dressed before the
 * browser lays it out.
 */
export function ArticleBody({ app, article, html, onShown }: ArticleBodyProps) {
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef<ShownPictures>(undefined);
  const pictures = app.pictures.value;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text alone fills the element again.
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const inert = new DOMParser().parseFromString(app.trustHtml(html), 'text/html');
    dressBody(inert.body);
    element.replaceChildren(...inert.body.childNodes);
    // Before anything of ours is among the words: places are told by the words of the article alone.
    const follow = onShown(element);
    shown.current = showPictures(element, app.pictureRequests);
    if (pictures.status === 'ready') shown.current.update(pictures.value);
    follow();
    const unwatch = watchScrollBoxes(element);
    return () => {
      unwatch();
      shown.current?.release();
    };
  }, [html]);

  useLayoutEffect(() => {
    if (pictures.status === 'ready') shown.current?.update(pictures.value);
  }, [pictures]);

  return (
    <div
      ref={root}
      class="article-body"
      lang={article.language}
      dir={article.direction}
      data-script={scriptOf(article.language)}
    />
  );
}

/** Scripts that are set by rules of their own. */
function scriptOf(language: string | undefined): 'cjk' | 'arabic' | undefined {
  if (language === undefined) return undefined;
  if (/^(?:zh|ja|ko|yue)\b/.test(language)) return 'cjk';
  return /^(?:ar|fa|ur|ps|ckb|he|yi)\b/.test(language) ? 'arabic' : undefined;
}
