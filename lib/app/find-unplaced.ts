import type { Highlight } from '../article/highlight.ts';
import type { ArticleId, HighlightId } from '../article/ids.ts';
import { readArticleText } from '../reader/anchoring/article-text.ts';
import { markPlacer } from '../reader/anchoring/place-marks.ts';
import type { SafeTexts } from '../safety/safe-texts.ts';
import type { Store } from '../store/database.ts';
import { readShownBody, readShownHash } from '../store/read-versions.ts';

/**
 * Gives the function that tells which marks have no place in the text that their article shows: the same that the reader would
 * not place. Only texts that changed since a mark was made are read.
 *
 * @param load the sanitiser is needed by few visits
 */
export function createUnplacedFinder(store: Store, load: () => Promise<SafeTexts>) {
  async function unplacedOf(articleId: ArticleId, marks: readonly Highlight[]): Promise<readonly HighlightId[]> {
    const hash = await readShownHash(store, articleId);
    const older = marks.filter(({ bodyHash, position }) => bodyHash !== hash || position === undefined);
    const body = older.length === 0 ? undefined : await readShownBody(store, articleId);
    if (!body) return [];
    const { sanitise, parse } = await load();
    const fragment = parse(sanitise(body.html));
    const root = fragment.ownerDocument.createElement('div');
    root.append(fragment);
    const placed = markPlacer(root, readArticleText(root), body.hash)(older);
    return placed.flatMap(({ mark, passage }) => (passage ? [] : [mark.id]));
  }

  return async (marks: readonly Highlight[]): Promise<ReadonlySet<HighlightId>> => {
    const found: HighlightId[] = [];
    // One text after the other: a library may hold large ones.
    for (const [articleId, ofArticle] of Map.groupBy(marks, (mark) => mark.articleId))
      found.push(...(await unplacedOf(articleId, ofArticle)));
    return new Set(found);
  };
}
