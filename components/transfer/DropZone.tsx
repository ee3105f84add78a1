import { useRef, useState } from 'preact/hooks';
import type { Desk } from './desk.ts';
import { chosenFiles, droppedFiles } from './dropped-files.ts';
import { countOf, formatBytes } from './words.ts';

/** Takes files and folders, dropped or chosen. */
export function DropZone({ desk }: { desk: Desk }) {
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const state = desk.state.value;
  const chosen = state.status === 'reading' || state.status === 'read' || state.status === 'vault' ? state.files : [];
  const size = chosen.reduce((sum, { blob }) => sum + blob.size, 0);
  const names =
    state.status === 'read' ? state.preview.names.join(', ') : state.status === 'vault' ? 'Lectern vault' : '';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way; the buttons within are the other
    <div
      class={`drop${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) droppedFiles(event.dataTransfer).then(desk.read);
      }}
    >
      <svg class="drop-icon" viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
        <path d="M12 15V4M7.5 8.5L12 4l4.5 4.5M4 14v6h16v-6" />
      </svg>
      <div class="drop-words">
        {chosen.length === 0 ? (
          <>
            <strong>Drop files or a folder here</strong>
            <span>A zip can stay as it is. Several parts may come at once.</span>
          </>
        ) : (
          <>
            <strong>
              {chosen.length === 1 ? chosen[0]?.path : countOf(chosen.length, 'file')}
              {names !== '' && <span class="format">{names}</span>}
            </strong>
            <span class="number" role="status">
              {state.status === 'reading' ? 'Reading… ' : ''}
              {formatBytes(size)}
            </span>
          </>
        )}
      </div>
      <div class="drop-buttons">
        <button type="button" class="button" onClick={() => files.current?.click()}>
          {chosen.length === 0 ? 'Choose files' : 'Choose another'}
        </button>
        {chosen.length === 0 && (
          <button type="button" class="button" onClick={() => folder.current?.click()}>
            Choose a folder
          </button>
        )}
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          desk.read(chosenFiles(currentTarget.files));
          currentTarget.value = '';
        }}
      />
      <input
        ref={folder}
        type="file"
        // Not in Preact's types: it makes the choice one of folders.
        {...{ webkitdirectory: true }}
        hidden
        onChange={({ currentTarget }) => {
          desk.read(chosenFiles(currentTarget.files));
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
