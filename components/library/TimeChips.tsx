import type { LibraryApp } from './library-app.ts';
import { hashOf, TIMES } from './route.ts';

/** The way to a queue for the time there is. */
export function TimeChips({ app }: { app: LibraryApp }) {
  return (
    <nav class="time-chips small" aria-label="I have so much time">
      <span class="muted">I have</span>
      {TIMES.map((minutes) => (
        <a
          key={minutes}
          class="chip"
          href={`${location.pathname}${hashOf({ place: { kind: 'time', minutes } })}`}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            app.routing.go({ place: { kind: 'time', minutes } });
          }}
        >
          {minutes} min
        </a>
      ))}
    </nav>
  );
}
