import { useEffect } from 'preact/hooks';
import type { TextPosition } from '../../lib/article/highlight.ts';
import { wordsAround } from '../../lib/reader/word-edges.ts';
import type { ReaderApp } from '../reader/reader-app.ts';
import { frameOf, indexAtPoint, type ShownText } from './shown-text.ts';
import type { MarksState } from './use-marks.ts';

/** Just below the bar, where reading happens. */
const READING_LINE = 96;

/** Keys of marks: make one, go from one to the next, move its ends, delete it. None needs a pointer. */
export function useMarkKeys(app: ReaderApp, state: MarksState): void {
  useEffect(() => {
    function moveEnd(key: string): boolean {
      const active = state.active.peek();
      const text = state.text.peek();
      if (!active?.passage || !active.range || !text) return false;
      const passage = movedEnd(text, active.passage, key);
      const place = passage && state.describe(passage);
      if (!place) return false;
      app.history.record(app.marks.place(active.mark.id, place));
      return true;
    }

    function goTo(step: 1 | -1) {
      const placed = state.placed.peek().filter(({ passage }) => passage);
      const at = placed.findIndex(({ mark }) => mark.id === state.activeId.peek());
      const next =
        placed[at === -1 ? (step === 1 ? 0 : placed.length - 1) : (at + step + placed.length) % placed.length];
      if (!next) return;
      state.activeId.value = next.mark.id;
      const frame = frameOf(next);
      if (frame) scrollBy({ top: frame.top - innerHeight / 3 });
    }

    async function mark() {
      if (!state.selected.peek()) selectSentence(state);
      await state.mark();
    }

    const listen = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping = target instanceof HTMLElement && target.matches('textarea, input, select');
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping) return;
      const isMove = event.shiftKey && event.key.startsWith('Arrow') && getSelection()?.isCollapsed !== false;
      const act = isMove ? () => moveEnd(event.key) : actOf(event.key, target);
      if (act && act() !== false) event.preventDefault();
    };
    const actOf = (key: string, target: EventTarget | null): (() => unknown) | undefined => {
      const isActive = state.active.peek() !== undefined;
      if (key === 'h') return mark;
      if (key === '.') return () => goTo(1);
      if (key === ',') return () => goTo(-1);
      if (key === 'c') return state.copy;
      if (!isActive) return undefined;
      if (key === 'Delete' || key === 'Backspace') return state.remove;
      if (key === 'Enter' && target === document.body) return write;
      return key === 'Escape' ? leave : undefined;
    };
    const write = () => {
      const id = state.activeId.peek();
      if (id !== undefined) state.write(id);
    };
    const leave = () => {
      state.activeId.value = undefined;
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [app, state]);
}

/** Selects the first sentence that begins at or below the line where reading happens. */
function selectSentence(state: MarksState): void {
  const text = state.text.peek();
  if (!text) return;
  const { left, width } = text.root.getBoundingClientRect();
  const at = indexAtPoint(text, left + Math.min(24, width / 2), READING_LINE) ?? 0;
  const segmenter = new Intl.Segmenter(text.root.lang || undefined, { granularity: 'sentence' });
  const from = text.article.text.lastIndexOf('\n', at) + 1;
  for (const { index, segment } of segmenter.segment(text.article.text.slice(from, from + 4000))) {
    const start = from + index;
    if (start + segment.trimEnd().length <= at || segment.trim().length < 2) continue;
    const place = state.describe({ start, end: start + (segment.split('\n')[0] ?? '').length });
    if (place) state.selected.value = { place, frame: new DOMRect() };
    return;
  }
}

const MIRRORED: Readonly<Record<string, string>> = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' };

/** Left and right move the end of a mark by a word, up and down its beginning; on a page that is read from the right, left is onwards. */
function movedEnd({ article, root }: ShownText, passage: TextPosition, key: string): TextPosition | undefined {
  const { start, end } = passage;
  const words = wordsAround(article.text, passage, root.lang);
  const moves: Readonly<Record<string, () => TextPosition>> = {
    ArrowRight: () => ({ start, end: words.find((word) => word.end > end)?.end ?? end }),
    ArrowLeft: () => ({ start, end: words.findLast((word) => word.end < end)?.end ?? end }),
    ArrowUp: () => ({ start: words.findLast((word) => word.start < start)?.start ?? start, end }),
    ArrowDown: () => ({ start: words.find((word) => word.start > start)?.start ?? start, end }),
  };
  const isFromRight = getComputedStyle(root).direction === 'rtl';
  const next = moves[(isFromRight && MIRRORED[key]) || key]?.();
  return next && next.end > next.start ? next : undefined;
}
