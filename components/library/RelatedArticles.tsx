import type { ArticleId } from '../../lib/article/ids.ts';
import type { LibraryApp } from './library-app.ts';
import { useOffered } from './use-offered.ts';

const MOST = 4;
/** Someone who walks through rows with `j` asks for none of them. */
const REST_MS = 400;

/** Other articles that share telling words with this one, with these words as the reason. */
export function RelatedArticles({ app, articleId }: { app: LibraryApp; articleId: ArticleId }) {
  const related =
    useOffered(async () => (await app.loadTools()).findRelated(articleId, MOST), REST_MS, articleId) ?? [];
  if (related.length === 0) return null;
  return (
    <section aria-labelledby="detail-related">
      <h3 id="detail-related">Related</h3>
      <ul class="related">
        {related.map((one) => (
          <li key={one.articleId}>
            <a href={app.readerAddress(one.articleId)} dir="auto">
              {one.title}
            </a>
            <p class="small muted" dir="auto">
              {one.siteName} · both have {one.words.join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
