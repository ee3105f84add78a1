import type { ComponentChildren } from 'preact';
import type { Article } from '../../lib/article/article.ts';
import { minutesToRead } from '../../lib/article/reading-time.ts';
import { shownChange } from '../../lib/article/shown-dates.ts';
import { formatDay } from '../../lib/library/row-facts.ts';

/** Title and byline: where the article is from, by whom, when, and the way to the page itself. */
export function ArticleHead({ article, pace }: { article: Article; pace: number }) {
  const { title, siteName, authors, publishedAt, wordCount, url, language, direction } = article;
  // Year always shown: an article is read long after the year in which it was kept.
  const day = publishedAt === undefined ? '' : formatDay(publishedAt.slice(0, 10), 0);
  const changed = shownChange(article);
  return (
    <header class="article-head" dir={direction}>
      <h1 dir="auto" lang={language}>
        {title}
      </h1>
      <p class="byline number">
        {siteName !== '' && <Fact>{siteName}</Fact>}
        {authors.length > 0 && <Fact>{authors.join(', ')}</Fact>}
        {day !== '' && (
          <Fact>
            <time dateTime={publishedAt}>{day}</time>
          </Fact>
        )}
        {changed !== undefined && (
          <Fact>
            Updated <time dateTime={changed}>{formatDay(changed, 0)}</time>
          </Fact>
        )}
        {wordCount > 0 && <Fact>{minutesToRead(wordCount, pace)} min</Fact>}
        <Fact>
          <a href={url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
            Original <span aria-hidden="true">↗</span>
          </a>
        </Fact>
      </p>
    </header>
  );
}

/** The dot before it stands outside, in the order of the line, whatever the direction of its own words. */
const Fact = ({ children }: { children: ComponentChildren }) => (
  <span>
    <bdi>{children}</bdi>
  </span>
);
