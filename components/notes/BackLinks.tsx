import type { BackLink } from '../../lib/app/link-targets.ts';
import { NoteText } from './NoteText.tsx';

interface BackLinksProps {
  readonly links: readonly BackLink[];
  readonly addressOf: (target: string) => string;
}

/** The other end of links in notes: which notes lead here. */
export function BackLinks({ links, addressOf }: BackLinksProps) {
  if (links.length === 0) return null;
  return (
    <section class="back-links" aria-label="Notes that link here">
      <h2>Linked from</h2>
      <ul>
        {links.map(({ source, title, note, to }) => (
          <li key={source}>
            <a href={addressOf(source)} dir="auto">
              {title}
            </a>
            <div class="small" dir="auto">
              <NoteText text={note} addressOf={addressOf} />
            </div>
            {to !== undefined && (
              <p class="small muted" dir="auto">
                to “{to === '' ? 'a picture' : to}”
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
