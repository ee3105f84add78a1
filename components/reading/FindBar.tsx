import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { NodeRange } from '../../lib/reader/anchoring/article-text.ts';
import { textFinder } from '../../lib/reader/find-in-text.ts';
import { Icon } from '../controls/Icon.tsx';
import type { ReadText } from '../marks/shown-text.ts';
import { bringIntoView, liveRange } from './live-range.ts';

/** In the scrollbar only so many are told apart. */
const MOST_TICKS = 300;

/** Finds words in the article: all are marked, in the text and beside the scrollbar; Enter goes from one to the next. */
export function FindBar({ text, close }: { text: ReadText; close: () => void }) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const find = useMemo(() => textFinder(text.article.text), [text]);
  const ranges = useMemo(() => find(typed).flatMap((place) => text.article.rangeOf(place) ?? []), [find, typed, text]);

  // Before anything is painted: whoever types on at once, or presses Enter, must not be overtaken.
  useLayoutEffect(() => field.current?.focus(), []);
  useLayoutEffect(() => {
    // From where one reads, and not from the beginning.
    const first = ranges.findIndex((range) => liveRange(range).getBoundingClientRect().bottom > 72);
    setAt(Math.max(0, first));
  }, [ranges]);
  useEffect(() => {
    const present = ranges[at];
    CSS.highlights.set('find', new Highlight(...ranges.map((range) => new StaticRange(range))));
    const current = new Highlight(...(present ? [new StaticRange(present)] : []));
    current.priority = 3;
    CSS.highlights.set('find-current', current);
    if (present) bringIntoView(liveRange(present).getBoundingClientRect());
  }, [ranges, at]);
  useEffect(
    () => () => {
      CSS.highlights.delete('find');
      CSS.highlights.delete('find-current');
    },
    [],
  );

  const step = (by: 1 | -1) => setAt(ranges.length === 0 ? 0 : (at + by + ranges.length) % ranges.length);
  const count = typed.trim() === '' ? '' : ranges.length === 0 ? 'None' : `${at + 1} of ${ranges.length}`;
  return (
    <search class="find-bar" aria-label="Find in this article">
      <input
        ref={field}
        type="text"
        aria-label="Find in this article"
        placeholder="Find in this article"
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <output class="number small">{count}</output>
      <button type="button" class="icon-button" aria-label="Find the one before" onClick={() => step(-1)}>
        <Icon name="up" />
      </button>
      <button type="button" class="icon-button" aria-label="Find the next" onClick={() => step(1)}>
        <Icon name="down" />
      </button>
      <button type="button" class="icon-button" aria-label="End finding" onClick={close}>
        <Icon name="close" />
      </button>
      <Ticks ranges={ranges} at={at} />
    </search>
  );
}

/** Beside the scrollbar, where on the page the words stand. */
function Ticks({ ranges, at }: { ranges: readonly NodeRange[]; at: number }) {
  const every = Math.ceil(ranges.length / MOST_TICKS);
  const whole = document.documentElement.scrollHeight;
  return (
    <div class="find-ticks" aria-hidden="true">
      {ranges.map((range, i) => {
        if (i % every !== 0 && i !== at) return null;
        const top = liveRange(range).getBoundingClientRect().top + scrollY;
        return <i key={i} data-current={i === at} style={{ top: `${(100 * top) / whole}%` }} />;
      })}
    </div>
  );
}
