import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import { formatBytes, formatCount } from '../../lib/library/row-facts.ts';
import type { LibraryApp } from './library-app.ts';

type Step = { readonly kind: 'offer' | 'asking' } | { readonly kind: 'freeing'; readonly done: number };

interface FreeRoomProps {
  readonly app: LibraryApp;
  /** Called once pictures went. */
  readonly freed: () => void;
}

/** Offers to let go of pictures of articles the reader is long done with. Asks once more: there is no way back. */
export function FreeRoom({ app, freed }: FreeRoomProps) {
  const [room, setRoom] = useState({ count: 0, bytes: 0 });
  const [step, setStep] = useState<Step>({ kind: 'offer' });
  const abort = useRef(new AbortController());
  const look = useCallback(async () => {
    const tools = await app.loadTools();
    setRoom(await tools.readFreeableRoom());
  }, [app]);
  useEffect(() => {
    // The page above says that the library can't be read.
    look().catch(() => undefined);
  }, [look]);

  async function free() {
    abort.current = new AbortController();
    setStep({ kind: 'freeing', done: 0 });
    try {
      const tools = await app.loadTools();
      const count = await tools.freeRoom({
        signal: abort.current.signal,
        tell: (done) => setStep({ kind: 'freeing', done }),
      });
      app.history.say(`${counted(count)} let go`);
    } catch (error) {
      app.history.say(`Not all could be let go. ${whyNotWritten(error)}`);
    }
    setStep({ kind: 'offer' });
    await look().catch(() => undefined);
    freed();
  }

  if (step.kind === 'freeing') {
    return (
      <p class="small number" role="status">
        Letting pictures go, {formatCount(step.done)} articles so far{' '}
        <button type="button" class="text-button" onClick={() => abort.current.abort()}>
          Stop
        </button>
      </p>
    );
  }
  if (room.count === 0) return null;
  if (step.kind === 'offer') {
    return (
      <p class="small">
        About {formatBytes(room.bytes)} of it {room.count === 1 ? 'is one picture' : `are ${counted(room.count)}`} of
        articles that you archived three months ago or longer.{' '}
        <button type="button" class="text-button" onClick={() => setStep({ kind: 'asking' })}>
          Let them go…
        </button>
      </p>
    );
  }
  return (
    <div class="offer">
      <p class="small">
        Texts, notes and marks stay, and so do the pictures of favourites and those you marked. What goes can be fetched
        again only while its site still shows it. Vaults you made before still have it.
      </p>
      <div class="free-acts">
        {/* First, so that Enter by habit lets nothing go. */}
        <button
          ref={(button) => button?.focus()}
          type="button"
          class="button is-primary"
          onClick={() => setStep({ kind: 'offer' })}
        >
          Keep them
        </button>
        <button type="button" class="button is-danger" onClick={free}>
          Let go of about {formatBytes(room.bytes)}
        </button>
      </div>
    </div>
  );
}

const counted = (count: number): string => (count === 1 ? 'one picture' : `${formatCount(count)} pictures`);
