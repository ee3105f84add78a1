import type { Article } from '../../lib/article/article.ts';

/** In place of the text of a link that was kept without it. */
export function LinkOnly({ article }: { article: Article }) {
  return (
    <div class="link-only">
      <p>The text is not kept yet. Open the page and click Lectern’s button there to keep it.</p>
      <a
        class="button is-primary"
        href={article.url}
        target="_blank"
        rel="noopener noreferrer"
        referrerpolicy="no-referrer"
      >
        Open the page <span aria-hidden="true">↗</span>
      </a>
    </div>
  );
}
