import type { ArticleDetail } from '../../lib/app/library.ts';
import type { NoteTarget } from '../../lib/article/note.ts';

/** The article's note as the writer needs to know it. */
export const noteTargetOf = ({ article, note, reading }: ArticleDetail): NoteTarget => ({
  articleId: article.id,
  isTrashed: reading.trashedAt !== undefined,
  ...(note && { createdAt: note.createdAt }),
});
