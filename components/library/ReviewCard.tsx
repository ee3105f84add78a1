import { useState } from 'preact/hooks';
import type { NotesDesk } from '../../lib/app/notes-desk.ts';
import { noteOf, type Passage } from '../../lib/article/passage.ts';
import type { ReviewAnswer } from '../../lib/library/review.ts';
import { useKeys } from '../controls/keys.ts';
import { NoteText } from '../notes/NoteText.tsx';
import type { LibraryApp } from './library-app.ts';

const ANSWERS: readonly (readonly [ReviewAnswer, string])[] = [
  ['soon', 'Soon again'],
  ['later', 'Later'],
  ['enough', 'Enough'],
];
const NUMBER_WORDS = ['', 'One', 'Two', 'Three', 'Four', 'Five'];

interface ReviewCardProps {
  readonly app: LibraryApp;
  readonly desk: NotesDesk;
  readonly passages: readonly Passage[];
}

/** Some marks from before, one by one. Each comes up again soon, later, or not at all, by a key each. */
export function ReviewCard({ app, desk, passages }: ReviewCardProps) {
  const [at, setAt] = useState<number>();
  const passage = at === undefined ? undefined : passages[at];
  const answer = (given: ReviewAnswer) => {
    if (!passage?.mark || at === undefined) return;
    app.history.record(desk.notebook.review(passage.mark, given));
    setAt(at + 1);
  };
  useKeys(passage ? Object.fromEntries(ANSWERS.map(([given], i) => [String(i + 1), () => answer(given)])) : {});
  const count = passages.length;
  if (at !== undefined && !passage) {
    return (
      <section class="review" aria-label="Review">
        <p role="status">
          <strong>That was all for today.</strong>
          <span class="small muted">What you answered is kept; Z takes the last answer back.</span>
        </p>
      </section>
    );
  }
  if (!passage) {
    return (
      <section class="review" aria-label="Review">
        <p>
          <strong>{NUMBER_WORDS[count]} from before</strong>
          <span class="small muted">A minute or two. Keep what still matters.</span>
        </p>
        <button type="button" class="button is-primary" onClick={() => setAt(0)}>
          Review
        </button>
      </section>
    );
  }
  return (
    <section class="review is-open" aria-label="Review">
      <p class="small muted number">
        {(at ?? 0) + 1} of {count} ·{' '}
        <a href={app.addressOf(`mark/${passage.id}`)} dir="auto">
          {passage.article.title}
        </a>
      </p>
      <div class="note-mark" data-colour={passage.mark?.colour} aria-live="polite">
        <p class="note-quote" dir="auto">
          {passage.mark?.quote.exact === '' ? 'Picture' : passage.mark?.quote.exact}
        </p>
        <div class="note-text" dir="auto">
          <NoteText text={noteOf(passage)} addressOf={app.addressOf} />
        </div>
      </div>
      <div class="review-answers">
        {ANSWERS.map(([given, name], i) => (
          <button
            key={given}
            type="button"
            class="button"
            aria-keyshortcuts={String(i + 1)}
            onClick={() => answer(given)}
          >
            {name} <kbd>{i + 1}</kbd>
          </button>
        ))}
      </div>
    </section>
  );
}
