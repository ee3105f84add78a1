import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ImportPreview } from '../../lib/app/transfer/import-desk.ts';
import type { ImportOptions } from '../../lib/article/import-job.ts';
import type { Desk } from './desk.ts';
import { RejectedTable } from './RejectedTable.tsx';
import { countOf, formatNumber } from './words.ts';

/** What the files hold, what is left out and why, and the reader's choices before anything is written. */
export function ImportForm({ desk, preview }: { desk: Desk; preview: ImportPreview }) {
  const { toAdd, here, rejectedCount } = preview;
  const tag = preview.names[0]?.toLowerCase().split(/\s/)[0] ?? 'imported';
  const [lists, setLists] = useState<'keep' | 'one' | 'none'>('keep');
  const [listName, setListName] = useState(preview.names[0] ?? 'Imported');
  const [isTagged, setTagged] = useState(false);
  const [join, setJoin] = useState<ImportOptions['here']>('join');
  const isEmpty = toAdd + here === 0;
  const start = () =>
    desk.start({
      lists: lists === 'one' ? { name: listName.trim() || 'Imported' } : lists,
      tags: isTagged ? [tag] : [],
      here: join,
    });
  return (
    <>
      <dl class="facts">
        <Fact count={toAdd} name={toAdd === 1 ? 'article to add' : 'articles to add'} />
        <Fact count={here} name={join === 'join' ? 'already here, will be joined' : 'already here, passed over'} />
        <Fact count={preview.highlights} name={preview.highlights === 1 ? 'highlight' : 'highlights'} />
        <Fact count={rejectedCount} name="can’t be taken" isWarning={rejectedCount > 0} />
      </dl>
      <p class="muted">{sentenceOf(preview)}</p>
      {rejectedCount > 0 && <RejectedTable preview={preview} />}
      {isEmpty ? (
        <p class="problem" role="alert">
          There is nothing in it that can be imported. Nothing was changed.
        </p>
      ) : (
        <>
          <h2>Where it goes</h2>
          <div class="choices">
            <Choice isOn={lists === 'keep'} choose={() => setLists('keep')}>
              Keep lists and tags as they are
            </Choice>
            <Choice isOn={lists === 'one'} choose={() => setLists('one')}>
              Put all into one list…
            </Choice>
            <Choice isOn={lists === 'none'} choose={() => setLists('none')}>
              Without lists
            </Choice>
            <Choice isOn={isTagged} choose={() => setTagged(!isTagged)}>
              + tag: {tag}
            </Choice>
            {here > 0 && (
              <Choice isOn={join === 'skip'} choose={() => setJoin(join === 'skip' ? 'join' : 'skip')}>
                Pass over what is here
              </Choice>
            )}
          </div>
          {lists === 'one' && (
            <label class="one-list">
              List
              <input
                value={listName}
                maxLength={120}
                onInput={({ currentTarget }) => setListName(currentTarget.value)}
              />
            </label>
          )}
          {here > 0 && join === 'join' && (
            <p class="muted small">
              Joining keeps every tag and note, and the earlier date. A text that is here already stays as it is.
            </p>
          )}
          <div class="start">
            <button type="button" class="button is-primary" onClick={start}>
              {toAdd > 0 ? `Add ${countOf(toAdd, 'article')}` : `Join ${countOf(here, 'article')}`}
            </button>
            <button type="button" class="button" onClick={desk.clear}>
              Not now
            </button>
            <span class="muted">The whole import can be undone afterwards.</span>
          </div>
        </>
      )}
    </>
  );
}

function sentenceOf({
  texts,
  notes,
  lists,
  tags,
  lacks,
  attachments,
  sameAsOthers,
  highlights,
}: ImportPreview): string {
  const holds = [
    texts > 0 && countOf(texts, 'text'),
    notes > 0 && countOf(notes, 'note'),
    lists.length > 0 && countOf(lists.length, 'list'),
    tags > 0 && countOf(tags, 'tag'),
  ].filter((part) => part !== false);
  return [
    holds.length > 0 && `With ${holds.join(', ')}.`,
    highlights > 0 && 'Highlights come as marks; one whose words are not found in the text stands beside it.',
    lacks.length > 0 && `This kind of file can’t carry ${lacks.join('; ')}.`,
    attachments > 0 && `${countOf(attachments, 'PDF')} can’t be kept yet; the links to them are.`,
    sameAsOthers > 0 &&
      `${countOf(sameAsOthers, 'address leads', 'addresses lead')} to the same page as another, and ${sameAsOthers === 1 ? 'becomes' : 'become'} one article with it.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

function Fact({ count, name, isWarning = false }: { count: number; name: string; isWarning?: boolean }) {
  return (
    <div class={isWarning ? 'is-warning' : undefined}>
      <dd class="number">{formatNumber(count)}</dd>
      <dt>{name}</dt>
    </div>
  );
}

function Choice({ isOn, choose, children }: { isOn: boolean; choose: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="chip" aria-pressed={isOn} onClick={choose}>
      <span>{children}</span>
    </button>
  );
}
