/** Why words can't be kept on an article, or on a mark in it, that another window has erased. They stay a draft. */
export const articleGone = (): Error =>
  Object.assign(new Error('Its article was erased in another window.'), { name: 'ArticleGone' });

export const isArticleGone = (error: unknown): boolean => error instanceof Error && error.name === 'ArticleGone';
