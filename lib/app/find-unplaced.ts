import type { Highlight } from '../article/highlight.ts';
import type { ArticleId, ContentHash, HighlightId } from '../article/ids.ts';
import { readArticleText } from '../reader/anchoring/article-text.ts';
import { isSamePlace, markPlacer } from '../reader/anchoring/place-marks.ts';
import type { SafeTexts } from '../safety/safe-texts.ts';
import type { Store } from '../store/database.ts';
import { readShownBody, readShownHashes } from '../store/read-versions.ts';

/** What was found of a mark in one text. */
interface Judged {
  readonly mark: Highlight;
  readonly hash: ContentHash;
  readonly isUnplaced: boolean;
}

/**
 * Gives the function that tells which marks have no place in the text that their article shows: the same that the reader would
 * not place. Only texts that changed since a mark was made are read, and each once.
 *
 * @param load the sanitiser is needed by few visits
 */
export function createUnplacedFinder(store: Store, load: () => Promise<SafeTexts>) {
  const known = new Map<HighlightId, Judged>();

  const isUnknown = (mark: Highlight, hash: ContentHash): boolean => {
    const before = known.get(mark.id);
    const isOfThisText = mark.bodyHash === hash && mark.position !== undefined;
    return !isOfThisText && !(before?.hash === hash && isSamePlace(before.mark, mark));
  };

  async function judge(articleId: ArticleId, marks: readonly Highlight[]): Promise<void> {
    const body = await readShownBody(store, articleId);
    if (!body) return;
    const { sanitise, parse } = await load();
    const fragment = parse(sanitise(body.html));
    const root = fragment.ownerDocument.createElement('div');
    root.append(fragment);
    const placed = markPlacer(root, readArticleText(root), body.hash)(marks);
    for (const { mark, passage } of placed)
      known.set(mark.id, { mark, hash: body.hash, isUnplaced: passage === undefined });
  }

  return async (marks: readonly Highlight[]): Promise<ReadonlySet<HighlightId>> => {
    const groups = Map.groupBy(marks, (mark) => mark.articleId);
    const hashes = await readShownHashes(store, [...groups.keys()]);
    // One text after the other: a library may hold large ones.
    for (const [articleId, hash] of hashes) {
      const unknown = groups.get(articleId)?.filter((mark) => isUnknown(mark, hash)) ?? [];
      if (unknown.length > 0) await judge(articleId, unknown);
    }
    const isUnplaced = (mark: Highlight) => {
      const hash = hashes.get(mark.articleId);
      const judged = known.get(mark.id);
      return hash !== undefined && judged?.hash === hash && judged.isUnplaced && isSamePlace(judged.mark, mark);
    };
    return new Set(marks.filter(isUnplaced).map(({ id }) => id));
  };
}
