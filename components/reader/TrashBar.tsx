/** Said above an article in the trash, with the way back. */
export function TrashBar({ restore }: { restore: () => void }) {
  return (
    <p class="trash-bar">
      <span>This article is in the Trash. Its note, tags and pictures are still with it.</span>
      <button type="button" class="button" onClick={restore}>
        Restore
      </button>
    </p>
  );
}
