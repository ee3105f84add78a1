import type { FoundText, ArticleRow as Row } from '../../lib/app/library.ts';
import type { List } from '../../lib/article/list.ts';
import { readingFacts } from '../../lib/library/row-facts.ts';
import { Icon } from '../controls/Icon.tsx';
import { Marked } from '../controls/Marked.tsx';
import { ProgressRing } from '../controls/ProgressRing.tsx';
import { Thumbnail } from '../controls/Thumbnail.tsx';

export interface Pick {
  readonly isOn: boolean;
  readonly isPicked: boolean;
  readonly toggle: (asRange: boolean) => void;
}

interface ArticleRowProps {
  readonly row: Row;
  /** Words a minute of this reader. */
  readonly pace: number;
  /** Where the words of a search stand, in the rows of one. */
  readonly found: FoundText | undefined;
  /** Where they were found, by name: the reason why it is here. */
  readonly places: readonly string[] | undefined;
  /** Why it was chosen, where a choice was made. */
  readonly reason: string | undefined;
  /** Given while articles are picked. */
  readonly pick: Pick | undefined;
  readonly lists: readonly List[];
  readonly isSelected: boolean;
  readonly address: string;
  readonly select: () => void;
  /** Whether Tab stops here: one row of all. */
  readonly isTabStop: boolean;
}

/** What one row shows. Its title is a link to the reader, which covers the row. */
export function ArticleRow(props: ArticleRowProps) {
  const { row, pace, found, places, reason, pick, lists, isSelected, address, select, isTabStop } = props;
  const { article, reading, listIds, hasNote, thumbnail } = row;
  const isFinished = reading.finishedAt !== undefined;
  const factsId = `facts-${article.id}`;
  const listNames = lists.filter(({ id }) => listIds.includes(id)).map(({ name }) => name);
  return (
    <>
      {pick?.isOn ? (
        <input
          type="checkbox"
          class="row-pick"
          aria-label={`Select ${article.title}`}
          checked={pick.isPicked}
          onClick={(event) => pick.toggle(event.shiftKey)}
        />
      ) : (
        <ProgressRing progress={isFinished ? 1 : reading.progress} />
      )}
      <div class="row-words">
        <div class="row-text">
          <h2 dir="auto">
            <a
              href={address}
              draggable={false}
              tabIndex={isTabStop ? 0 : -1}
              aria-current={isSelected ? 'true' : undefined}
              aria-describedby={factsId}
              onClick={(event) => {
                // A click selects and a second one reads. With Ctrl or Shift, and from the keyboard, a link stays a link.
                if (event.shiftKey && pick) {
                  event.preventDefault();
                  pick.toggle(true);
                  return;
                }
                if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                select();
              }}
            >
              <Marked text={article.title} marks={found?.titleMarks ?? []} />
            </a>
          </h2>
          <p dir="auto" title={places && places.length > 0 ? `Found in: ${places.join(', ')}` : undefined}>
            {found?.from === 'note' && <span class="found-from">Note: </span>}
            {found?.from === 'mark' && <span class="found-from">Mark: </span>}
            <Marked text={found?.snippet?.text ?? article.excerpt} marks={found?.snippet?.marks ?? []} />
          </p>
        </div>
        <p class="facts small muted number" id={factsId}>
          <span dir="auto">{article.siteName}</span>
          <span>
            {reason ??
              (article.versionId === undefined
                ? 'Link only · text not kept yet'
                : readingFacts({
                    wordCount: article.wordCount,
                    progress: reading.progress,
                    finished: isFinished,
                    pace,
                  }))}
          </span>
          {hasNote && (
            <span>
              <Icon name="pen" size={13} />
              <span class="visually-hidden">with a </span>note
            </span>
          )}
          {listNames.map((name) => (
            <span key={name} dir="auto">
              {name}
            </span>
          ))}
        </p>
      </div>
      {thumbnail && <Thumbnail blob={thumbnail} class="row-picture" />}
    </>
  );
}
