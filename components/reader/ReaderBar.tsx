import type { ReadonlySignal } from '@preact/signals';
import type { ArticleDetail } from '../../lib/app/library.ts';
import { Icon, type IconName, Outline } from '../controls/Icon.tsx';
import { valueOr } from '../controls/use-live.ts';
import { BarShell } from './BarShell.tsx';
import { ListPopover } from './ListPopover.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import type { ReaderActs } from './reader-acts.ts';
import type { ReaderApp, ReadingTool } from './reader-app.ts';
import { TypePopover } from './TypePopover.tsx';
import { timeLeft } from './time-left.ts';

interface ReaderBarProps {
  readonly app: ReaderApp;
  readonly detail: ArticleDetail;
  readonly acts: ReaderActs;
  readonly progress: ReadonlySignal<number>;
  readonly hasNotes: boolean;
  readonly toggleNotes: () => void;
  readonly showKeys: () => void;
  /** What helps to read is on the page at the moment. */
  readonly tool: ReadonlySignal<ReadingTool | undefined>;
  readonly use: (tool: ReadingTool | undefined) => void;
}

/** Where the article stands and what is left of it; what the reader can do with it. */
export function ReaderBar({ app, detail, acts, progress, hasNotes, toggleNotes, showKeys, tool, use }: ReaderBarProps) {
  const { article, reading } = detail;
  const isDone = reading.archivedAt !== undefined;
  const isFavourite = reading.favouriteAt !== undefined;
  return (
    <BarShell app={app}>
      <p class="bar-place">
        <bdi class="bar-shelf">{placeName(app, detail)}</bdi>
        <TimeLeft app={app} wordCount={article.wordCount} progress={progress} />
      </p>
      <div class="bar-actions" role="toolbar" aria-label="This article">
        <button
          type="button"
          class="icon-button bar-listen"
          aria-label="Read aloud"
          title="Read aloud (p)"
          aria-keyshortcuts="p"
          aria-pressed={tool.value === 'aloud'}
          onClick={() => use(tool.value === 'aloud' ? undefined : 'aloud')}
        >
          <Outline path={HEADPHONES} />
        </button>
        <TypePopover access={app.settings} />
        <Toggle name="Notes" icon="pen" shortcut="n" isOn={hasNotes} click={toggleNotes} />
        <Toggle name="Favourite" icon="star" shortcut="f" isOn={isFavourite} click={acts.toggleFavourite} />
        <ListPopover app={app} detail={detail} toggle={acts.toggleList} />
        <Toggle name="Done" icon="check" shortcut="e" isOn={isDone} click={acts.toggleDone} />
        <MoreMenu app={app} detail={detail} showKeys={showKeys} use={use} />
      </div>
    </BarShell>
  );
}

const HEADPHONES = 'M4 18v-5a8 8 0 0116 0v5M4 15h3v5H5.5a1.5 1.5 0 01-1.5-1.5zM20 15h-3v5h1.5a1.5 1.5 0 001.5-1.5z';

interface TimeLeftProps extends Pick<ReaderBarProps, 'app' | 'progress'> {
  readonly wordCount: number;
}

/** A component of its own, so that scrolling renders these words and not the whole bar. */
function TimeLeft({ app, wordCount, progress }: TimeLeftProps) {
  const left = timeLeft(wordCount, progress.value, app.settings.settings.value.pace);
  return left === '' ? null : <span class="bar-left number">{left}</span>;
}

interface ToggleProps {
  readonly name: string;
  readonly icon: IconName;
  readonly shortcut: string;
  readonly isOn: boolean;
  readonly click: () => void;
}

function Toggle({ name, icon, shortcut, isOn, click }: ToggleProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={`${name} (${shortcut})`}
      aria-keyshortcuts={shortcut}
      aria-pressed={isOn}
      onClick={click}
    >
      <Icon name={icon} />
    </button>
  );
}

/** The list it is on, if that is one; else the shelf. */
function placeName({ lists }: ReaderApp, { reading, listIds }: ArticleDetail): string {
  if (reading.trashedAt !== undefined) return 'Trash';
  const on = valueOr(lists.value, []).filter(({ id }) => listIds.includes(id));
  if (on.length === 1 && on[0]) return on[0].name;
  return reading.archivedAt === undefined ? 'Inbox' : 'Archive';
}
