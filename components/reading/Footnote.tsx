import { useEffect, useRef, useState } from 'preact/hooks';

/** Longer ones are chapters, and gone to. Characters. */
const LONGEST = 1500;

/** A footnote beside its mark in the text, in place of a jump to the end and back. */
export function Footnote({ root }: { root: HTMLElement }) {
  const [link, setLink] = useState<HTMLAnchorElement>();
  const sheet = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const note = link && noteOf(link, root);

  useEffect(() => {
    const listen = (event: MouseEvent) => {
      const pressed = event.target instanceof Element ? event.target.closest('a') : null;
      if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey || !noteOf(pressed, root)) return;
      event.preventDefault();
      setLink(pressed);
    };
    root.addEventListener('click', listen);
    return () => root.removeEventListener('click', listen);
  }, [root]);

  useEffect(() => {
    if (!link || !note || !sheet.current || !content.current) return;
    content.current.replaceChildren(copyOf(note));
    sheet.current.showPopover();
    place(sheet.current, link.getBoundingClientRect());
    sheet.current.focus();
  }, [link, note]);

  return (
    <div
      ref={sheet}
      class="footnote"
      popover="auto"
      role="dialog"
      aria-label={`Note ${link?.textContent ?? ''}`}
      tabIndex={-1}
      lang={root.lang}
      dir={root.dir === 'rtl' ? 'rtl' : 'ltr'}
      onToggle={(event) => {
        if (event.newState !== 'closed' || !link) return;
        // Unless the reader went to the note itself.
        if (document.activeElement === document.body || sheet.current?.contains(document.activeElement)) {
          link.focus({ preventScroll: true });
        }
        setLink(undefined);
      }}
    >
      <div ref={content} />
      <button
        type="button"
        class="text-button"
        onClick={() => {
          sheet.current?.hidePopover();
          note?.scrollIntoView({ block: 'center' });
        }}
      >
        Go to the note
      </button>
    </div>
  );
}

/** What a link in the text names, if it is a footnote: a short mark that leads forward, to a short text. */
function noteOf(link: HTMLAnchorElement, root: HTMLElement): Element | undefined {
  const id = /^#(ref-\d+)$/.exec(link.getAttribute('href') ?? '')?.[1];
  const isMark = /^\s*[[(]?(?:\d{1,3}|[a-z*†‡§¶]{1,3})[\])]?\s*$/iu.test(link.textContent ?? '');
  const target = id === undefined || !isMark ? null : root.querySelector(`#${id}`);
  if (!target || /^h[1-6]$/.test(target.localName)) return undefined;
  const isForward = (link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const note = target.closest('li, aside, dd, p, div') ?? target;
  const isShort = (note.textContent ?? '').length < LONGEST;
  return isForward && isShort && !note.contains(link) && note !== root ? note : undefined;
}

/** The note without its ids and the way back. It was made safe with the text it stands in. */
function copyOf(note: Element): DocumentFragment {
  const copy = note.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const link of copy.querySelectorAll('a[href^="#"]')) {
    if (!/\p{L}{3}/u.test(link.textContent ?? '')) link.remove();
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...copy.childNodes);
  return fragment;
}

function place(sheet: HTMLElement, { bottom, left, top }: DOMRect): void {
  const { offsetWidth, offsetHeight } = sheet;
  const below = bottom + 8;
  const isBelow = below + offsetHeight < innerHeight - 8;
  sheet.style.top = `${Math.max(64, isBelow ? below : top - offsetHeight - 8)}px`;
  sheet.style.left = `${Math.min(Math.max(8, left - 24), document.body.clientWidth - offsetWidth - 8)}px`;
}
