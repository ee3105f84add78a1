import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { indexAtPoint } from './shown-text.ts';
import type { MarksState } from './use-marks.ts';

/** Hears what is selected and which mark is clicked. */
export function useMarkPointer(state: MarksState, toMark: Signal<HTMLImageElement | undefined>): void {
  const text = state.text.value;
  useEffect(() => {
    if (!text) return;
    const { root, article } = text;
    const stopping = new AbortController();
    const { signal } = stopping;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function look() {
      const selection = getSelection();
      const range =
        selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
      if (!range?.intersectsNode(root)) {
        if (state.selected.peek()?.place.pictureUrl === undefined) state.selected.value = undefined;
        return;
      }
      const start = root.contains(range.startContainer)
        ? article.indexOf({ node: range.startContainer, offset: range.startOffset })
        : 0;
      const end = root.contains(range.endContainer)
        ? article.indexOf({ node: range.endContainer, offset: range.endOffset })
        : article.text.length;
      const place = state.describe({ start, end });
      state.selected.value = place && { place, frame: range.getBoundingClientRect() };
      if (place) state.activeId.value = undefined;
    }

    const lookSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, 120);
    };

    function click(event: MouseEvent) {
      const { target } = event;
      if (!(target instanceof Element) || target.closest('a, button, summary')) return;
      if (!getSelection()?.isCollapsed) return;
      const picture = target.closest<HTMLImageElement>('img[data-picture]');
      const at = picture ? undefined : indexAtPoint(text as NonNullable<typeof text>, event.clientX, event.clientY);
      const hits = state.placed
        .peek()
        .filter((each) =>
          picture
            ? each.picture === picture
            : !each.picture && at !== undefined && each.passage && each.passage.start <= at && at < each.passage.end,
        );
      // Of marks that overlap, the shortest: the longer one is reached beside it.
      const [hit] = hits.sort((a, b) => a.mark.quote.exact.length - b.mark.quote.exact.length);
      state.activeId.value = hit?.mark.id;
      state.selected.value = undefined;
    }

    document.addEventListener('selectionchange', lookSoon, { signal });
    root.addEventListener('click', click, { signal });
    // Selected before this was loaded, or while the text was shown anew.
    if (getSelection()?.isCollapsed === false) lookSoon();
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [text, state]);

  const picture = toMark.value;
  useEffect(() => {
    const url = picture?.dataset['picture'];
    toMark.value = undefined;
    if (!picture || url === undefined || !text) return;
    const quote = { exact: picture.alt, prefix: '', suffix: '' };
    const place = { quote, pictureUrl: url, bodyHash: text.bodyHash };
    state.activeId.value = undefined;
    state.selected.value = { place, frame: picture.getBoundingClientRect() };
  }, [picture, text, state, toMark]);
}
