import { useEffect, useRef, useState } from 'preact/hooks';
import type { RelatedArticle } from '../../lib/app/related.ts';
import type { ReaderApp } from './reader-app.ts';

const MOST = 3;
/** Looked for a little before it is seen, and not at all by those who do not come so far. */
const NEAR = '300px';

/** After the text: other articles that share telling words with it, with these words as the reason. */
export function RelatedAtEnd({ app }: { app: ReaderApp }) {
  const [related, setRelated] = useState<readonly RelatedArticle[]>([]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([end]) => {
        if (end?.isIntersecting !== true) return;
        observer.disconnect();
        // What can't be read now is a link less.
        app.readRelated(MOST).then(setRelated, () => undefined);
      },
      { rootMargin: NEAR },
    );
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, [app]);
  return (
    <div ref={place} class="foot-related">
      {related.length > 0 && (
        <nav class="foot-next" aria-label="Related articles">
          {related.map(({ articleId, title, siteName, words }) => (
            <a key={articleId} href={app.addressOf(`article/${articleId}`)}>
              <span class="small muted" dir="auto">
                Related{siteName !== '' && ` · ${siteName}`}
              </span>
              <span class="foot-next-title" dir="auto">
                {title}
              </span>
              <span class="small muted" dir="auto">
                Both have {words.join(', ')}
              </span>
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}
