import { useRef, useState } from 'preact/hooks';
import type { QueryOption } from '../../lib/app/complete-query.ts';
import type { LibraryApp } from './library-app.ts';

export interface Offer {
  readonly options: readonly QueryOption[];
  /** The option that Enter takes; -1 until the arrows chose one. */
  readonly active: number;
}

/** What may stand where the reader types, and which of it is chosen. The code for it comes with the first letter. */
export function useCompletion(app: Pick<LibraryApp, 'loadTools'>) {
  const [offer, setOffer] = useState<Offer>();
  const asked = useRef(0);
  const hide = () => {
    asked.current += 1;
    setOffer(undefined);
  };
  return {
    offer,
    hide,
    async ask(typed: string, caret: number) {
      asked.current += 1;
      const mine = asked.current;
      const { completeQuery } = await app.loadTools();
      const options = await completeQuery(typed, caret);
      // An answer that comes after more was typed is for another text.
      if (mine !== asked.current) return;
      setOffer(options.length > 0 ? { options, active: -1 } : undefined);
    },
    /** Chooses the next option, or none above the first. */
    step(by: 1 | -1) {
      setOffer((now) => now && { ...now, active: Math.min(Math.max(now.active + by, -1), now.options.length - 1) });
    },
  };
}
