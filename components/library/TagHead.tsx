import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Done } from '../../lib/app/undo.ts';
import type { Colour } from '../../lib/article/list.ts';
import { Icon } from '../controls/Icon.tsx';
import { valueOr } from '../controls/use-live.ts';
import { giveLostFocus } from './give-focus.ts';
import type { LibraryApp } from './library-app.ts';
import { NameField } from './NameField.tsx';
import { Swatches } from './Swatches.tsx';
import { ArticleCount } from './ViewHead.tsx';

interface TagHeadProps {
  readonly app: LibraryApp;
  readonly tagKey: string;
  /** As it stands in the sidebar, with its sign. */
  readonly name: string;
  readonly count: number | undefined;
  readonly children?: ComponentChildren;
}

/** The head of a tag: its name, which may become that of another tag, its colour and its end. */
export function TagHead({ app, tagKey, name, count, children }: TagHeadProps) {
  const [isRenaming, setRenaming] = useState(false);
  const { colour } = valueOr(app.counts.value, undefined)?.tags.find((tag) => tag.tagKey === tagKey) ?? {};
  const label = name.replace(/^# /, '');

  async function rename(next: string) {
    setRenaming(false);
    if (next.trim() !== '' && next !== label) {
      const { renameTag, keyOfTag } = await app.loadTools();
      const renamed = renameTag(tagKey, next).then((done) => done && withView(done, keyOfTag(next)));
      await app.history.record(renamed);
    }
    // Under its new name the tag has a head of its own.
    giveLostFocus('.rename-tag');
    return true;
  }

  function endRenaming() {
    setRenaming(false);
    giveLostFocus('.rename-tag');
  }

  /** The view goes with the tag to its new name, and back with the undo. */
  function withView(done: Done, nextKey: string): Done {
    follow(tagKey, nextKey);
    return { ...done, undo: () => done.undo().then(() => follow(nextKey, tagKey)) };
  }

  /** Whoever is elsewhere by then stays there. */
  function follow(fromKey: string, toKey: string) {
    const { place } = app.routing.route.peek();
    if (place.kind === 'tag' && place.tagKey === fromKey)
      app.routing.replace({ place: { kind: 'tag', tagKey: toKey } });
  }

  async function recolour(next: Colour | undefined) {
    const { recolourTag } = await app.loadTools();
    await app.history.record(recolourTag(tagKey, next));
  }

  async function remove() {
    const { deleteTag } = await app.loadTools();
    await app.history.record(deleteTag(tagKey));
    app.routing.go({ place: { kind: 'shelf', shelf: 'inbox' } });
    giveLostFocus('main h1');
  }

  return (
    <header class="view-head">
      {isRenaming ? (
        <>
          <h1 class="visually-hidden">{name}</h1>
          <NameField label="Name of the tag" mostLetters={60} name={label} take={rename} cancel={endRenaming} />
        </>
      ) : (
        <>
          <h1 dir="auto">{name}</h1>
          <ArticleCount count={count} />
        </>
      )}
      {children}
      <div class="list-tools">
        <Swatches name="tag-colour" colour={colour} choose={recolour} mayBeNone />
        <button
          type="button"
          class="icon-button rename-tag"
          aria-label="Rename this tag, or merge it with another"
          title="Rename or merge"
          onClick={() => setRenaming(true)}
        >
          <Icon name="pen" size={16} />
        </button>
        <button type="button" class="icon-button" aria-label="Delete this tag" title="Delete the tag" onClick={remove}>
          <Icon name="trash" size={16} />
        </button>
      </div>
    </header>
  );
}
