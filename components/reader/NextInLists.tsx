import { useEffect, useState } from 'preact/hooks';
import type { NextInList } from '../../lib/app/next-in-lists.ts';
import { readingFacts } from '../../lib/library/row-facts.ts';
import type { ReaderApp } from './reader-app.ts';

/** Leads on from the end of a text to what stands after it on its lists. Read anew when it is put on one. */
export function NextInLists({ app, listIds }: { app: ReaderApp; listIds: readonly string[] }) {
  const [next, setNext] = useState<readonly NextInList[]>([]);
  const key = listIds.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lists have other articles.
  useEffect(() => {
    // What can't be read now is a link less.
    app.readNext().then(setNext, () => undefined);
  }, [app, key]);
  if (next.length === 0) return null;
  return (
    <nav class="foot-next" aria-label="Next on your lists">
      {next.map(({ listName, articleId, title, wordCount }) => (
        <a key={listName} href={app.addressOf(`article/${articleId}`)}>
          <span class="small muted">
            Next in <bdi>{listName}</bdi>
            {wordCount > 0 && ` · ${readingFacts({ wordCount, progress: 0, finished: false })}`}
          </span>
          <span class="foot-next-title" dir="auto">
            {title}
          </span>
        </a>
      ))}
    </nav>
  );
}
