import { useEffect, useRef, useState } from 'preact/hooks';
import type { NotesDesk } from '../../lib/app/notes-desk.ts';
import { noteOf, type Passage } from '../../lib/article/passage.ts';
import { formatDay } from '../../lib/library/row-facts.ts';
import { isLeft } from '../controls/is-left.ts';
import { LinkedNoteField } from '../notes/LinkedNoteField.tsx';
import { NoteText } from '../notes/NoteText.tsx';
import type { LibraryApp } from './library-app.ts';

interface PassageItemProps {
  readonly app: LibraryApp;
  readonly desk: NotesDesk;
  readonly passage: Passage;
  /** Its words are not in the text as it is now. */
  readonly isUnplaced: boolean;
  /** Its title then stands over the group, and not with each. */
  readonly isFirstOfArticle: boolean;
}

/** A mark with its note, or the note on an article: to be read, written where it stands, and followed to its place. */
export function PassageItem({ app, desk, passage, isUnplaced, isFirstOfArticle }: PassageItemProps) {
  const { mark, article } = passage;
  const note = noteOf(passage);
  const [isWriting, setWriting] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isWriting) box.current?.querySelector('textarea')?.focus();
  }, [isWriting]);
  const write = (text: string, former: string) =>
    mark ? desk.marks.writeNote(mark.id, text, former) : app.actions.writeNote({ ...targetOf(passage), former }, text);
  const name = mark?.quote.exact.slice(0, 60) ?? article.title;
  return (
    <li class="note">
      {isFirstOfArticle && (
        <h2 dir="auto" lang={article.language}>
          {article.title}
        </h2>
      )}
      <div class="note-mark" data-colour={mark?.colour ?? 'blue'}>
        {mark && (
          <p class="note-quote" dir="auto" lang={article.language}>
            {mark.quote.exact === '' ? 'Picture' : mark.quote.exact}
          </p>
        )}
        {isWriting ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: hears Escape and the end of writing from the field inside.
          <div
            ref={box}
            onKeyDown={(event) => {
              // It is left by that, and goes: to take it away with its focus would tell nothing of its end.
              if (event.key === 'Escape') opener.current?.focus();
            }}
            onFocusOut={({ target }) => isLeft(target) && setWriting(false)}
          >
            <LinkedNoteField
              text={note}
              write={write}
              leave={(text) => app.history.record(app.actions.tagFromNote(article.id, text))}
              label={`Note on ${name}`}
              links={app.links}
            />
          </div>
        ) : (
          note.trim() !== '' && (
            <div class={mark ? 'note-text' : 'note-text is-alone'} dir="auto">
              <NoteText text={note} addressOf={app.addressOf} />
            </div>
          )
        )}
        {isUnplaced && <p class="note-unplaced small">Not found in the text as it is now</p>}
        <p class="note-facts small muted number">
          <a href={app.addressOf(mark ? `mark/${mark.id}` : `article/${article.id}`)} dir="auto">
            {isFirstOfArticle ? 'Go to the place' : article.title}
          </a>
          {article.siteName !== '' && <span dir="auto">{article.siteName}</span>}
          <span>{formatDay(passage.at, app.now())}</span>
          <button ref={opener} type="button" class="text-button" onClick={() => setWriting(true)}>
            {note.trim() === '' ? 'Add a note' : 'Edit'}
            <span class="visually-hidden"> on {name}</span>
          </button>
          {mark && (
            <button type="button" class="text-button" onClick={() => app.history.record(desk.marks.remove(mark))}>
              Delete<span class="visually-hidden"> the mark on {name}</span>
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

const targetOf = ({ article, note }: Passage) => ({
  articleId: article.id,
  ...(note && { createdAt: note.createdAt }),
});
