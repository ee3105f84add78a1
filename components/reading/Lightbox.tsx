import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../controls/Icon.tsx';

interface LightboxProps {
  readonly root: HTMLElement;
  readonly picture: HTMLImageElement;
  readonly show: (picture: HTMLImageElement) => void;
  readonly mark: (picture: HTMLImageElement) => void;
  readonly close: () => void;
}

const ZOOMS = [1, 1.5, 2, 3, 4, 6] as const;

/** One picture in the whole window, with its caption: arrows lead to the others, `+` and `-` zoom, and dragging moves it. */
export function Lightbox({ root, picture, show, mark, close }: LightboxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState(0);
  const pictures = picturesOf(root);
  const at = pictures.indexOf(picture);
  const caption = picture.closest('figure')?.querySelector('figcaption')?.textContent?.trim() || picture.alt;

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const go = (by: 1 | -1) => {
    const next = pictures[at + by];
    if (!next) return;
    setZoom(0);
    show(next);
  };
  const zoomBy = (by: 1 | -1) => setZoom(Math.min(ZOOMS.length - 1, Math.max(0, zoom + by)));
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoomBy(1),
    '=': () => zoomBy(1),
    '-': () => zoomBy(-1),
    '0': () => setZoom(0),
    ...(zoom === 0 && { ArrowLeft: () => go(-1), ArrowRight: () => go(1) }),
  };

  return (
    <dialog
      ref={dialog}
      class="lightbox"
      aria-label={`Picture ${at + 1} of ${pictures.length}`}
      onClose={() => {
        picture.focus({ preventScroll: true });
        close();
      }}
      onKeyDown={(event) => {
        const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
        // The keys of the page behind are not for it.
        event.stopPropagation();
        if (!act) return;
        event.preventDefault();
        act();
      }}
    >
      <section
        ref={stage}
        class="lightbox-stage"
        data-zoomed={zoom > 0}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a zoomed picture is moved by the arrow keys.
        tabIndex={0}
        aria-label="Picture"
        onWheel={(event) => {
          if (!event.ctrlKey) return;
          event.preventDefault();
          zoomBy(event.deltaY < 0 ? 1 : -1);
        }}
        onPointerMove={({ buttons, movementX, movementY }) => {
          if (buttons === 1) stage.current?.scrollBy(-movementX, -movementY);
        }}
        onDblClick={() => setZoom(zoom === 0 ? 2 : 0)}
      >
        <img
          src={picture.src}
          alt={picture.alt}
          draggable={false}
          style={
            zoom === 0 ? undefined : { width: `${(ZOOMS[zoom] ?? 1) * 100}%`, maxWidth: 'none', maxHeight: 'none' }
          }
        />
      </section>
      <div class="lightbox-bar">
        <p dir="auto" lang={root.lang}>
          {caption}
        </p>
        <span class="number small">
          {at + 1} of {pictures.length}
        </span>
        <Button name="Smaller" click={() => zoomBy(-1)} sign="−" />
        <Button name="Larger" click={() => zoomBy(1)} sign="+" />
        <Button name="The picture before" click={() => go(-1)} sign="‹" />
        <Button name="The next picture" click={() => go(1)} sign="›" />
        <button
          type="button"
          class="icon-button"
          aria-label="Mark this picture"
          title="Mark this picture"
          onClick={() => {
            dialog.current?.close();
            mark(picture);
          }}
        >
          <Icon name="pen" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Close"
          title="Close (Esc)"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
    </dialog>
  );
}

const Button = ({ name, sign, click }: { name: string; sign: string; click: () => void }) => (
  <button type="button" class="icon-button" aria-label={name} title={name} onClick={click}>
    <span aria-hidden="true">{sign}</span>
  </button>
);

/** Pictures that are kept and can be looked at, in text order. */
const picturesOf = (root: HTMLElement): readonly HTMLImageElement[] =>
  [...root.querySelectorAll<HTMLImageElement>('img[data-picture][src]')].filter((each) => !each.hidden);
