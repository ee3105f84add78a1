import { Icon } from '../controls/Icon.tsx';
import type { EmptyWords } from './place-words.ts';

/** What an empty place says: that it is, and how it fills. */
export function EmptyState({ words }: { words: EmptyWords }) {
  return (
    <div class="empty">
      <Icon name={words.icon} size={28} />
      <p class="empty-title">{words.title}</p>
      <p>{words.step}</p>
    </div>
  );
}
