import './alarm-bar.css';

/** One thing that the reader must know of, over whatever the page shows, with one thing to do about it. */
export interface Alarm {
  readonly words: string;
  readonly label: string;
  /** Where the way out leads. */
  readonly address: string;
}

/** Shows a bar at the foot of the page. Made without a framework: it must stand when nothing else can be read. */
export function showAlarm(document: Document, { words, label, address }: Alarm): void {
  const bar = document.createElement('div');
  bar.className = 'alarm-bar';
  bar.setAttribute('role', 'alert');
  const link = document.createElement('a');
  link.className = 'button is-primary';
  link.href = address;
  link.textContent = label;
  bar.append(words, link);
  document.body.append(bar);
  document.body.toggleAttribute('data-alarm', true);
}

/** For a page of a Lectern that was updated meanwhile: its connection is closed, and what it wrote is safe. */
export function showOutdated(document: Document): void {
  showAlarm(document, {
    words: 'Lectern was updated. Everything you wrote is kept; this page must be loaded again.',
    label: 'Load again',
    // Its own address: a link to it with a fragment would only scroll.
    address: document.location.href.replace(/#.*$/, ''),
  });
}
