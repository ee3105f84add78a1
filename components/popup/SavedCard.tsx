import { useState } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { HowHere } from '../../lib/app/popup-card.ts';
import type { ArticleId, VersionId } from '../../lib/article/ids.ts';
import { formatCount, readingFacts } from '../../lib/library/row-facts.ts';
import { Facts } from '../controls/Facts.tsx';
import { Icon } from '../controls/Icon.tsx';
import { TagField } from '../controls/TagField.tsx';
import { Thumbnail } from '../controls/Thumbnail.tsx';
import { useLive, valueOr } from '../controls/use-live.ts';
import { WaysOut } from '../controls/WaysOut.tsx';
import { NoteField } from '../notes/NoteField.tsx';
import { noteTargetOf } from '../notes/note-target.ts';
import { ListChips } from './ListChips.tsx';
import { PictureOffer } from './PictureOffer.tsx';
import type { PopupApp, Tools } from './popup-app.ts';
import { Shortfall } from './Shortfall.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TwinOffer } from './TwinOffer.tsx';

interface SavedCardProps {
  readonly app: PopupApp;
  readonly tools: Tools;
  readonly articleId: ArticleId;
  readonly how: HowHere;
}

/** An article that is kept: what was kept of it, its lists, tags and note, and the way to read it. */
export function SavedCard({ app, tools, articleId, how }: SavedCardProps) {
  const { card } = app;
  const { actions, history, library } = tools;
  const detail = valueOr(
    useLive(() => library.article(articleId), [articleId]),
    undefined,
  );
  const shownVersion = detail?.versions.find(({ id }) => id === detail.article.versionId);
  const isDoubtful = shownVersion !== undefined && shownVersion.warnings.length > 0;
  const [areWaysAsked, setWaysAsked] = useState(false);
  const areWaysShown = isDoubtful || areWaysAsked;
  return (
    <section class="card" aria-label="This page">
      <StatusLine how={how} detail={detail} undo={undoOf(how)} />
      <div class="card-head">
        <div>
          <h1 dir="auto">{detail?.article.title}</h1>
          <p class="muted small number">
            {detail && <Facts facts={factsOf(detail, app.settings.settings.value.pace)} />}
          </p>
        </div>
        {detail?.thumbnail && <Thumbnail blob={detail.thumbnail} class="card-picture" />}
      </div>
      {how.kind === 'kept-aside' && detail && (
        <p class="small card-next">
          The page now gives {how.wordCount.toLocaleString()} words; you have{' '}
          {detail.article.wordCount.toLocaleString()}. Yours is kept, the new one lies beside it.{' '}
          <button type="button" class="text-button" onClick={() => showText(how.versionId)}>
            Show the new one
          </button>
        </p>
      )}
      {how.kind === 'not-taken' && (
        <p class="small card-next" role="status">
          {how.sentence.what} {how.sentence.next}
        </p>
      )}
      <Shortfall version={shownVersion} />
      {detail && areWaysShown && (
        <WaysOut
          receipt={shownVersion?.receipt}
          hasText={shownVersion !== undefined}
          take={(way) => actions.takeWay(card, way, articleId)}
        />
      )}
      {how.kind === 'saved' && <TwinOffer app={app} tools={tools} articleId={articleId} />}
      {detail && <PictureOffer app={app} pictures={detail.pictures} />}
      <div class="chips">
        {detail && <ListChips app={app} actions={actions} history={history} detail={detail} />}
        {detail?.tags.map((tag) => (
          <button
            key={tag}
            type="button"
            class="chip"
            aria-label={`Remove tag ${tag}`}
            onClick={() => history.record(actions.untag(articleId, tag))}
          >
            <span># {tag}</span>
            <Icon name="close" size={12} />
          </button>
        ))}
        <TagField findTags={library.findTags} add={(label) => history.record(addTag(label))} endsWithWindow />
      </div>
      <NoteField
        text={detail && (detail.note?.text ?? '')}
        write={(text, former) =>
          actions.writeNote({ ...(detail ? noteTargetOf(detail) : { articleId }), former }, text)
        }
        leave={(text) => history.record(actions.tagFromNote(articleId, text))}
        endsWithWindow
        label="Note on this article"
      />
      <div class="card-actions">
        <button type="button" class="button is-primary" onClick={() => app.readArticle(articleId)}>
          Read now <kbd>↵</kbd>
        </button>
        {(isUpdatable(how) || isDoubtful) && (
          <button type="button" class="button" onClick={() => card.updateText(articleId)}>
            <Icon name="refresh" size={16} /> Update text
          </button>
        )}
        {!isDoubtful && (
          <button
            type="button"
            class="button more-ways"
            aria-label="Other ways to keep this page"
            title="Other ways to keep this page"
            aria-expanded={areWaysAsked}
            onClick={() => setWaysAsked(!areWaysAsked)}
          >
            <Icon name="more" size={16} />
          </button>
        )}
      </div>
    </section>
  );

  /** The way back from what the save did, if it did anything. */
  function undoOf(state: HowHere): (() => Promise<void>) | undefined {
    if (state.kind === 'updated' && state.formerVersionId) {
      const { formerVersionId } = state;
      return () => showText(formerVersionId);
    }
    if (state.kind !== 'saved' && state.kind !== 'restored') return undefined;
    return async () => {
      await actions.trash([articleId]);
      card.showRemoved(articleId);
    };
  }

  async function showText(versionId: VersionId) {
    const shownNow = detail?.article.versionId;
    if (shownNow) await history.record(actions.showVersion(articleId, versionId, shownNow));
    card.showHere(articleId, 'already-saved');
  }

  async function addTag(label: string) {
    await actions.tag(articleId, label);
    return undefined;
  }
}

const isUpdatable = (how: HowHere): boolean => how.kind === 'already-saved' || how.kind === 'restored';

function factsOf({ article, reading }: ArticleDetail, pace: number): readonly string[] {
  const time =
    article.versionId === undefined
      ? 'Link only, text not kept yet'
      : readingFacts({
          wordCount: article.wordCount,
          progress: reading.progress,
          finished: reading.finishedAt !== undefined,
          pace,
        });
  const words = article.wordCount > 0 ? `${formatCount(article.wordCount)} words` : '';
  return [article.siteName, article.authors.join(', '), time, words];
}
