import type { ComponentChildren } from 'preact';
import { formatCount } from '../../lib/library/row-facts.ts';

interface ViewHeadProps {
  readonly name: string;
  readonly count: number | undefined;
  readonly children?: ComponentChildren;
}

/** What is shown, how much of it there is, and what can be done with it as a whole. */
export function ViewHead({ name, count, children }: ViewHeadProps) {
  return (
    <header class="view-head">
      <h1 dir="auto">{name}</h1>
      <ArticleCount count={count} />
      {children}
    </header>
  );
}

/** Says nothing of an empty view, which says so itself. */
export function ArticleCount({ count }: { count: number | undefined }) {
  if (count === undefined || count === 0) return null;
  return (
    <span class="small muted number">
      {formatCount(count)} {count === 1 ? 'article' : 'articles'}
    </span>
  );
}
