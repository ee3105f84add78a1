import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  DeskAnswer,
  DeskRequest,
  ImportPreview,
  RestoredVault,
  VaultPreview,
} from '../../lib/app/transfer/import-desk.ts';
import type { ImportOptions } from '../../lib/article/import-job.ts';

/** A file with its path below what was dropped. */
export interface DroppedFile {
  readonly path: string;
  readonly blob: Blob;
}

export type DeskState =
  | { readonly status: 'empty' }
  | { readonly status: 'reading'; readonly files: readonly DroppedFile[] }
  | { readonly status: 'read'; readonly files: readonly DroppedFile[]; readonly preview: ImportPreview }
  | { readonly status: 'staging'; readonly done: number; readonly total: number }
  | { readonly status: 'vault'; readonly files: readonly DroppedFile[]; readonly vault: VaultPreview }
  | { readonly status: 'restoring'; readonly done: number; readonly total: number }
  | { readonly status: 'restored'; readonly result: RestoredVault }
  | { readonly status: 'failed'; readonly why: string };

/** Where dropped files are read before anything is imported. */
export interface Desk {
  readonly state: ReadonlySignal<DeskState>;
  readonly read: (files: readonly DroppedFile[]) => void;
  readonly start: (options: ImportOptions) => void;
  readonly restore: () => void;
  readonly clear: () => void;
}

/** Restored articles after which the search index is tended: what waits in it makes each search slower. */
const RESTORED_TO_TEND = 200;

/**
 * Opens the desk. Its thread is started with the first drop, and anew after a failure or a cancelled reading. `wake` and `tendIndex` have
 * the worker go on with imports, and merge what a restore adds to the search index.
 */
export function openDesk(startWorker: () => Worker, wake: () => void, tendIndex: () => void): Desk {
  const state = signal<DeskState>({ status: 'empty' });
  let worker: Worker | undefined;
  const stop = () => {
    worker?.terminate();
    worker = undefined;
  };
  const ask = (request: DeskRequest) => {
    if (!worker) {
      worker = startWorker();
      worker.onmessage = ({ data }: MessageEvent<DeskAnswer>) => hear(data);
      worker.onerror = ({ message }) => hear({ kind: 'failed', why: message });
    }
    worker.postMessage(request);
  };
  function hear(answer: DeskAnswer): void {
    const now = state.value;
    if (answer.kind === 'preview' && now.status === 'reading') {
      state.value = { status: 'read', files: now.files, preview: answer.preview };
    } else if (answer.kind === 'vault' && now.status === 'reading') {
      state.value = { status: 'vault', files: now.files, vault: answer.vault };
    } else if (answer.kind === 'restoring') {
      state.value = { status: 'restoring', done: answer.done, total: answer.total };
      if (answer.done % RESTORED_TO_TEND === 0) tendIndex();
    } else if (answer.kind === 'restored') {
      stop();
      state.value = { status: 'restored', result: answer.result };
      tendIndex();
    } else if (answer.kind === 'staging') {
      state.value = { status: 'staging', done: answer.done, total: answer.total };
    } else if (answer.kind === 'started') {
      stop();
      state.value = { status: 'empty' };
      wake();
    } else if (answer.kind === 'failed') {
      stop();
      state.value = { status: 'failed', why: answer.why };
    }
  }
  return {
    state,
    read: (files) => {
      if (files.length === 0) return;
      stop();
      state.value = { status: 'reading', files };
      ask({ kind: 'read', files });
    },
    start: (options) => {
      const now = state.value;
      if (now.status !== 'read') return;
      state.value = { status: 'staging', done: 0, total: now.preview.toAdd + now.preview.here };
      ask({ kind: 'start', options });
    },
    restore: () => {
      const now = state.value;
      if (now.status !== 'vault') return;
      state.value = { status: 'restoring', done: 0, total: now.vault.inFile };
      ask({ kind: 'restore' });
    },
    clear: () => {
      stop();
      state.value = { status: 'empty' };
    },
  };
}
