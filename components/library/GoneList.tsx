import { Icon } from '../controls/Icon.tsx';
import { ViewHead } from './ViewHead.tsx';

/** Where a list was that Back or an old address leads to. It shows again once its deletion is undone. */
export function GoneList({ name }: { name: string }) {
  return (
    <>
      <ViewHead name={name} count={undefined} />
      <div class="empty">
        <Icon name="list" size={28} />
        <p class="empty-title">This list is no longer here</p>
        <p>Articles that were on it are still in the library: deleting a list keeps them.</p>
        <a class="button" href="#inbox">
          Go to Inbox
        </a>
      </div>
    </>
  );
}
