import { useEffect, useState } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { Version } from '../../lib/article/article.ts';
import type { Cut } from '../../lib/article/capture.ts';
import { WaysOut } from '../controls/WaysOut.tsx';
import type { LibraryApp } from './library-app.ts';

interface PageWaysProps {
  readonly app: LibraryApp;
  readonly detail: ArticleDetail;
  readonly version: Version | undefined;
}

/** Other parts of the page to take, while its tab is open; else what to do first, if something may be missing. */
export function PageWays({ app, detail, version }: PageWaysProps) {
  const { article } = detail;
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const found = await app.page.isOpen(article.url);
      if (!isOver) setOpen(found);
    };
    setSaid('');
    look();
    // The reader comes back from the page, or closed it meanwhile.
    addEventListener('focus', look);
    return () => {
      isOver = true;
      removeEventListener('focus', look);
    };
  }, [app, article.url]);

  async function take(way: Cut | 'selection') {
    const taken = await app.page.take(article.url, way);
    setSaid('said' in taken ? taken.said : '');
    if ('done' in taken) await app.history.record(Promise.resolve(taken.done));
  }

  if (!isOpen) {
    return version === undefined || version.warnings.length === 0 ? null : (
      <p class="kept">Open the original and click Lectern’s button there: it can take another part of the page.</p>
    );
  }
  return (
    <>
      <WaysOut receipt={version?.receipt} hasText={version !== undefined} take={take} />
      {said !== '' && (
        <p class="kept" role="status">
          {said}
        </p>
      )}
    </>
  );
}
