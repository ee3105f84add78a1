import type { BriefRow } from '../../lib/app/first-rows.ts';
import { readingFacts } from '../../lib/library/row-facts.ts';
import { Facts } from '../controls/Facts.tsx';
import { ProgressRing } from '../controls/ProgressRing.tsx';

interface RowProps {
  readonly row: BriefRow;
  readonly pace: number;
  readonly isSelected: boolean;
  readonly read: () => void;
}

/** One article: title, site, time left. */
export function Row({ row, pace, isSelected, read }: RowProps) {
  const { article, reading, hasNote } = row;
  const facts = [
    article.siteName,
    article.versionId === undefined
      ? 'Link only'
      : readingFacts({
          wordCount: article.wordCount,
          progress: reading.progress,
          finished: reading.finishedAt !== undefined,
          pace,
        }),
    ...(hasNote ? ['✎ note'] : []),
  ];
  return (
    <li>
      <button
        type="button"
        class="row plain-button"
        data-article={article.id}
        aria-current={isSelected ? 'true' : undefined}
        onClick={read}
      >
        <span class="row-words">
          <span class="row-title" dir="auto">
            {article.title}
          </span>
          <span class="muted small number">
            <Facts facts={facts} />
          </span>
        </span>
        <ProgressRing progress={reading.finishedAt === undefined ? reading.progress : 1} />
      </button>
    </li>
  );
}
