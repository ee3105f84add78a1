/** What an article did, or could do: one line each. */
export interface Findings {
  /** Script that ran, or that only the page's policy stopped. */
  readonly ran: readonly string[];
  /** Requests made, or that only the page's policy stopped. */
  readonly requests: readonly string[];
  /** How many of the words between the snippets are there. */
  readonly wordsBefore: number;
  /** Parts of the article that lie outside of its box, or lead the reader away. */
  readonly escapes: readonly string[];
}

/**
 * Set up in the reader's page as early as the browser allows. Notes what runs and what the policy stops. Serialised into the
 * page: it may use nothing from this module.
 */
export function layTraps(): void {
  const page = window as unknown as { lecternTraps?: string[] };
  if (page.lecternTraps) return;
  const traps: string[] = [];
  Object.defineProperty(page, 'lecternTraps', { value: traps });
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
    Object.defineProperty(window, name, { value: () => void traps.push(`ran: ${name}()`), configurable: true });
  }
  addEventListener('securitypolicyviolation', (event) => {
    const isScript = /^(?:script|require-trusted|trusted|worker|base)/.test(event.effectiveDirective);
    traps.push(
      `${isScript ? 'ran' : 'request'}: stopped by ${event.effectiveDirective}: ${event.blockedURI || 'inline'}`,
    );
  });
}

/**
 * Looks at the article shown in the reader: every element, every link, what lies over the controls; then fires every mouse,
 * keyboard and other event at every element, and looks again. Serialised into the page: it may use nothing from this module.
 */
export async function examineText(words: string): Promise<Findings> {
  const ran: string[] = [];
  const requests: string[] = [];
  const escapes: string[] = [];
  const page = window as unknown as { lecternTraps?: string[] };
  const address = location.href;
  const body = document.querySelector<HTMLElement>('.article-body');
  if (!body) return { ran, requests, escapes: ['the article is not shown'], wordsBefore: 0 };
  const short = (element: Element): string => element.outerHTML.slice(0, 160);
  const isOurs = (element: Element): boolean => element.closest('.missing-picture') !== null;
  const all = (): readonly Element[] => [...body.querySelectorAll('*')].filter((element) => !isOurs(element));

  // A picture is a button of the reader's own (`dress-body.ts`). That no `tabindex` of a page's comes so far, the sanitiser alone shows.
  const ACTIVE =
    'script, iframe, frame, frameset, object, embed, applet, base, link, meta, style, template, slot, portal, form, input, button, ' +
    'select, textarea, audio, video, source, track, svg, svg *, canvas, dialog, marquee, annotation, annotation-xml, mglyph, ' +
    'maction, [style], [name], [is], [autofocus], [contenteditable], [popover], [accesskey], ' +
    '[tabindex]:not(.scroll-box, img[data-picture][tabindex="0"][role="button"]), [ping], [srcdoc], [srcset], [action], [formaction], [background], [poster], [download], [http-equiv], [usemap], [slot], [part]';
  const LOADS = 'src, xlink:href, data, cite, longdesc, profile, classid, codebase, archive, manifest, icon'.split(
    ', ',
  );
  const isOwn = (url: string): boolean => url.startsWith(`blob:${location.origin}/`);

  const look = (): void => {
    for (const element of all()) {
      const names = element.getAttributeNames();
      if (names.some((name) => name.startsWith('on'))) ran.push(`a handler stays: ${short(element)}`);
      if (element.matches(ACTIVE)) ran.push(`an active element stays: ${short(element)}`);
      for (const name of LOADS) {
        const value = element.getAttribute(name);
        if (value !== null && !isOwn(value)) requests.push(`${name} stays: ${short(element)}`);
      }
      if (element.hasAttribute('id') && !/^(?:ref|heading)-\d+$/.test(element.id))
        ran.push(`an id stays: ${short(element)}`);
    }
    for (const link of body.querySelectorAll('[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (/^#(?:ref|heading)-\d+$/.test(href) || href.startsWith('mailto:')) continue;
      if (link.localName !== 'a' || !/^https?:\/\//.test(href))
        ran.push(`a link to ${href.slice(0, 80)}: ${short(link)}`);
      else if (
        !/\bnoopener\b/.test(link.getAttribute('rel') ?? '') ||
        !/\bnoreferrer\b/.test(link.getAttribute('rel') ?? '')
      )
        escapes.push(`a link that tells where it comes from: ${short(link)}`);
      else if (link.getAttribute('referrerpolicy') !== 'no-referrer')
        escapes.push(`a link with a referrer: ${short(link)}`);
    }
  };

  const isOfText = (element: Element | null): boolean => element !== null && body.contains(element) && !isOurs(element);
  const lookAround = (when: string): void => {
    const { contain } = getComputedStyle(body);
    if (!/\bpaint\b/.test(contain) || !/\blayout\b/.test(contain)) escapes.push('the box of the article is not closed');
    const box = body.getBoundingClientRect();
    const points: [number, number, string][] = [];
    for (const control of document.querySelectorAll('button, a[href], input, textarea, summary')) {
      if (body.contains(control)) continue;
      const { left, top, width, height } = control.getBoundingClientRect();
      if (width > 0 && height > 0) points.push([left + width / 2, top + height / 2, `over ${short(control)}`]);
    }
    for (let x = 4; x < innerWidth; x += innerWidth / 16) {
      for (let y = 4; y < innerHeight; y += innerHeight / 12) {
        const isInside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
        if (!isInside) points.push([x, y, `at ${Math.round(x)},${Math.round(y)}`]);
      }
    }
    for (const [x, y, where] of points) {
      const found = document.elementFromPoint(x, y);
      if (found && found !== body && isOfText(found)) escapes.push(`${when}, ${where}: ${short(found)}`);
    }
    for (const element of all()) {
      const { position } = getComputedStyle(element);
      if (position === 'fixed' || position === 'sticky') escapes.push(`${position}: ${short(element)}`);
    }
  };

  look();
  lookAround('at first');

  const EVENTS: readonly (readonly [new (name: string, init: object) => Event, string])[] = [
    [PointerEvent, 'pointerover pointerenter pointerdown pointermove pointerup pointercancel pointerout pointerleave'],
    [PointerEvent, 'gotpointercapture lostpointercapture click dblclick auxclick contextmenu'],
    [MouseEvent, 'mouseover mouseenter mousedown mousemove mouseup mouseout mouseleave'],
    [WheelEvent, 'wheel mousewheel'],
    [KeyboardEvent, 'keydown keypress keyup'],
    [FocusEvent, 'focus focusin blur focusout'],
    [DragEvent, 'dragstart drag dragenter dragover dragleave drop dragend'],
    [ClipboardEvent, 'copy cut paste'],
    [InputEvent, 'beforeinput input'],
    [CompositionEvent, 'compositionstart compositionupdate compositionend'],
    [AnimationEvent, 'animationstart animationiteration animationend animationcancel'],
    [TransitionEvent, 'transitionrun transitionstart transitionend transitioncancel'],
    [Event, 'touchstart touchmove touchend touchcancel select selectstart change submit reset invalid search'],
    [Event, 'load error abort loadstart loadend progress canplay play playing ended timeupdate volumechange'],
    [Event, 'toggle beforetoggle cancel close scroll scrollend resize begin end repeat slotchange message'],
    [Event, 'DOMContentLoaded readystatechange beforematch contentvisibilityautostatechange fullscreenchange'],
  ];
  // None of these is a shortcut of the reader's own when it falls on a text.
  const KEYS = ['Tab', 'Shift', 'a', 'x', 'F9'];
  // Where a link leads was looked at; following it would end the examination.
  const stay = (event: Event): void => event.preventDefault();
  addEventListener('click', stay);
  addEventListener('auxclick', stay);
  for (const element of all().slice(0, 3000)) {
    for (const [Kind, names] of EVENTS) {
      for (const name of names.split(' ')) {
        for (const key of names.startsWith('key') ? KEYS : ['']) {
          const init = {
            bubbles: true,
            cancelable: true,
            composed: true,
            view: window,
            key,
            code: key,
            clientX: 9,
            clientY: 9,
          };
          element.dispatchEvent(new Kind(name, init));
        }
      }
    }
    if (element instanceof HTMLElement) {
      element.focus({ preventScroll: true });
      element.blur();
      if (!element.matches('a, summary')) element.click();
    }
    if (element instanceof HTMLDetailsElement) element.open = !element.open;
  }
  // What an event set off may need a turn of its own.
  await new Promise((resume) => setTimeout(resume, 20));
  removeEventListener('click', stay);
  removeEventListener('auxclick', stay);
  look();
  lookAround('after the events');
  if (location.href !== address) escapes.push(`led to ${location.href}`);
  if (window.name !== '') ran.push(`the window was named ${window.name}`);
  if (frames.length > 0) escapes.push(`${frames.length} frames`);
  for (const trap of page.lecternTraps ?? []) (trap.startsWith('ran:') ? ran : requests).push(trap);
  const wordsBefore = (body.textContent ?? '').split(words).length - 1;
  return { ran: [...new Set(ran)], requests: [...new Set(requests)], escapes: [...new Set(escapes)], wordsBefore };
}

/**
 * Puts harm into the shown article past every door: a handler, a picture from afar, and a layer over the page. An
 * examination that does not notice all three is worth nothing. Serialised into the page.
 */
export function plantHarm(): void {
  const body = document.querySelector<HTMLElement>('.article-body');
  if (!body) throw new Error('The article is not shown.');
  const handler = document.createElement('p');
  try {
    handler.setAttribute('onmouseover', 'window.name="ran"');
  } catch {
    // Trusted Types refuse it, which is to be noticed too.
  }
  const picture = document.createElement('img');
  picture.src = 'http://leak.example/pixel.png';
  const layer = document.createElement('div');
  layer.style.setProperty('position', 'fixed');
  layer.style.setProperty('inset', '0');
  body.style.setProperty('contain', 'none');
  body.append(handler, picture, layer);
}
