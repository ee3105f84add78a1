import type { ArticleDetail } from '../../lib/app/library.ts';
import { warningWords } from '../../lib/library/receipt-words.ts';
import { formatCount, formatDay, pictureFacts, readingFacts } from '../../lib/library/row-facts.ts';
import { Icon } from '../controls/Icon.tsx';
import type { LibraryApp } from './library-app.ts';
import { PageWays } from './PageWays.tsx';
import { VersionList } from './VersionList.tsx';

interface KeptFactsProps {
  readonly app: LibraryApp;
  readonly detail: ArticleDetail;
}

/** What of an article is on this device, and how to get the rest. */
export function KeptFacts({ app, detail }: KeptFactsProps) {
  const { article, reading, pictures, versions } = detail;
  const shownVersion = versions.find(({ id }) => id === article.versionId);
  const isLink = article.versionId === undefined;
  const time = readingFacts({
    wordCount: article.wordCount,
    progress: reading.progress,
    finished: reading.finishedAt !== undefined,
    pace: app.settings.settings.value.pace,
  });
  return (
    <section aria-labelledby="detail-kept">
      <h3 id="detail-kept">Kept</h3>
      {isLink ? (
        <p class="kept">
          Link only · text not kept yet. Open the original and click Lectern’s button there to keep it.
        </p>
      ) : (
        <>
          <p class="kept number">
            <span>Text, {formatCount(article.wordCount)} words</span>
            <span>{time}</span>
          </p>
          <p class="kept number">{pictureFacts(pictures)}</p>
        </>
      )}
      <p class="kept number">Saved {formatDay(article.savedAt, app.now())}</p>
      {article.uncutUrl && <p class="kept">Address with its tracking: {article.uncutUrl}</p>}
      {shownVersion?.warnings.map((warning) => {
        const { what, remedy } = warningWords(warning, shownVersion.receipt);
        return (
          <p key={warning} class="kept-warning">
            <Icon name="warning" size={15} />
            <span>
              <strong>{what}</strong> {remedy}
            </span>
          </p>
        );
      })}
      {!isLink && <PageWays key={article.id} app={app} detail={detail} version={shownVersion} />}
      {!isLink && <MissingPictures app={app} detail={detail} />}
      {versions.length > 1 && <VersionList app={app} detail={detail} />}
    </section>
  );
}

/** Says why pictures are missing, and offers what helps. */
function MissingPictures({ app, detail }: KeptFactsProps) {
  const { blocked, failed } = detail.pictures;
  const { isAllowed, allow, fetchMissing } = app.pictures;
  const articleId = detail.article.id;
  if (blocked > 0 && isAllowed.value === false) {
    return (
      <div class="offer">
        <p class="small">
          {blocked === 1 ? 'One picture comes' : `${formatCount(blocked)} pictures come`} from another site, which the
          browser opens to Lectern only if you allow it.
        </p>
        <button type="button" class="text-button" onClick={allow}>
          Allow pictures
        </button>
      </div>
    );
  }
  if (blocked + failed === 0) return null;
  return (
    <button type="button" class="text-button small" onClick={() => fetchMissing(articleId)}>
      Fetch the missing {blocked + failed === 1 ? 'picture' : 'pictures'} again
    </button>
  );
}
