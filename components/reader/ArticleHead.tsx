import type { Article } from '../../lib/article/article.ts';
import { minutesToRead } from '../../lib/article/reading-time.ts';
import { formatDay } from '../../lib/library/row-facts.ts';

/** Title and byline: where the article is from, by whom, when, and the way to the page itself. */
export function ArticleHead({ article }: { article: Article }) {
  const { title, siteName, authors, publishedAt, wordCount, url, language, direction } = article;
  return (
    <header class="article-head" dir={direction}>
      <h1 dir="auto" lang={language}>
        {title}
      </h1>
      <p class="byline number">
        {siteName !== '' && <bdi>{siteName}</bdi>}
        {authors.length > 0 && <bdi>{authors.join(', ')}</bdi>}
        {publishedAt !== undefined && <Day moment={publishedAt} />}
        {wordCount > 0 && <span>{minutesToRead(wordCount)} min</span>}
        <a href={url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
          <span>Original</span> <span aria-hidden="true">↗</span>
        </a>
      </p>
    </header>
  );
}

function Day({ moment }: { moment: string }) {
  // Year always shown: an article is read long after the year in which it was kept.
  const day = formatDay(moment.slice(0, 10), 0);
  return day === '' ? null : <time dateTime={moment}>{day}</time>;
}
