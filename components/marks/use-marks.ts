import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { HighlightPlace, TextPosition } from '../../lib/article/highlight.ts';
import type { HighlightId } from '../../lib/article/ids.ts';
import type { Colour } from '../../lib/article/list.ts';
import { describePassage } from '../../lib/reader/anchoring/describe-passage.ts';
import type { PlacedMark } from '../../lib/reader/anchoring/place-marks.ts';
import { copyQuote } from '../../lib/reader/quote.ts';
import { valueOr } from '../controls/use-live.ts';
import type { ReaderApp } from '../reader/reader-app.ts';
import { marksPainter } from './paint-marks.ts';
import { frameOf, type ShownText } from './shown-text.ts';

/** What the reader has selected: words, or a picture. */
export interface Selected {
  readonly place: HighlightPlace;
  readonly frame: DOMRect;
}

export interface MarksState {
  readonly text: Signal<ShownText | undefined>;
  readonly placed: ReadonlySignal<readonly PlacedMark[]>;
  readonly selected: Signal<Selected | undefined>;
  readonly activeId: Signal<HighlightId | undefined>;
  /** The mark whose note takes the focus when it is shown. */
  readonly writingId: Signal<HighlightId | undefined>;
  readonly active: ReadonlySignal<PlacedMark | undefined>;
  /** Marks what is selected, in the colour given or that of last time. */
  readonly mark: (colour?: Colour, thenWrite?: boolean) => Promise<void>;
  readonly describe: (passage: TextPosition) => HighlightPlace | undefined;
  readonly write: (id: HighlightId) => void;
  readonly remove: () => void;
  readonly recolour: (colour: Colour) => void;
  readonly copy: () => void;
}

/** The marks of the article on the page, painted, and what is done to them. */
export function useMarks(app: ReaderApp, detail: ArticleDetail): MarksState {
  const text = useSignal<ShownText | undefined>(undefined);
  const selected = useSignal<Selected | undefined>(undefined);
  const activeId = useSignal<HighlightId | undefined>(undefined);
  const writingId = useSignal<HighlightId | undefined>(undefined);
  const lastColour = useSignal<Colour>('amber');
  const placed = useComputed(() => text.value?.place(valueOr(app.highlights.value, [])) ?? []);
  const active = useComputed(() => placed.value.find(({ mark }) => mark.id === activeId.value));
  const { article } = detail;

  const paintMarks = useMemo(marksPainter, []);
  useLayoutEffect(() => {
    if (text.value) paintMarks(text.value.root, placed.value, activeId.value);
  }, [paintMarks, text.value, placed.value, activeId.value]);

  // Once, when the text and its marks are there; later the reader goes where they like.
  const wanted = useRef(app.wantedMark);
  useEffect(() => {
    const found = placed.value.find(({ mark }) => mark.id === wanted.current);
    if (!found) return;
    wanted.current = undefined;
    activeId.value = found.mark.id;
    const frame = frameOf(found);
    if (frame) scrollBy({ top: frame.top - innerHeight / 3 });
    else requestAnimationFrame(() => document.querySelector('.unplaced')?.scrollIntoView({ block: 'center' }));
  }, [placed.value, activeId]);

  function describe(passage: TextPosition): HighlightPlace | undefined {
    const shown = text.peek();
    const described = shown && describePassage(shown.article.text, passage);
    return described && { ...described, bodyHash: shown.bodyHash };
  }

  async function mark(colour = lastColour.peek(), thenWrite = false) {
    const place = selected.peek()?.place;
    if (!place) return;
    lastColour.value = colour;
    selected.value = undefined;
    getSelection()?.removeAllRanges();
    await app.history.record(
      (async () => {
        const made = await app.marks.add({ ...place, articleId: article.id, colour });
        activeId.value = made.mark.id;
        if (thenWrite) writingId.value = made.mark.id;
        return made.done;
      })(),
    );
  }

  return {
    text,
    placed,
    selected,
    activeId,
    writingId,
    active,
    mark,
    describe,
    write(id) {
      activeId.value = id;
      writingId.value = id;
    },
    remove() {
      const mark = active.peek()?.mark;
      if (mark) app.history.record(app.marks.remove(mark));
      activeId.value = undefined;
    },
    recolour(colour) {
      const id = activeId.peek();
      lastColour.value = colour;
      if (id !== undefined) app.history.record(app.marks.recolour(id, colour));
    },
    copy() {
      const quote = selected.peek()?.place.quote ?? active.peek()?.mark.quote;
      if (!quote) return;
      const { markdown, html } = copyQuote(article, quote);
      const item = new ClipboardItem({
        'text/plain': new Blob([markdown], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      });
      const copied = async () => {
        await navigator.clipboard.write([item]);
        app.history.say('Quote copied');
        return undefined;
      };
      app.history.record(copied());
    },
  };
}
