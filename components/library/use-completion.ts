import { useRef, useState } from 'preact/hooks';
import type { QueryOption } from '../../lib/app/complete-query.ts';
import type { LibraryApp } from './library-app.ts';

export interface Offer {
  readonly options: readonly QueryOption[];
  /** The option that Enter takes; -1 until the arrows chose one. */
  readonly active: number;
  /** Which asking it answers. */
  readonly asking: number;
}

/** What may stand where the reader types, and which of it is chosen. The code for it comes with the first letter. */
export function useCompletion(app: Pick<LibraryApp, 'loadTools'>) {
  const [offer, setOffer] = useState<Offer>();
  const asked = useRef(0);
  const hide = () => {
    asked.current += 1;
    setOffer(undefined);
  };
  const isFor = (now: Offer | undefined): now is Offer => now?.asking === asked.current;
  return {
    offer,
    /** What is offered is for what was typed before; the answer for what stands there now is on its way. */
    isBusy: offer !== undefined && !isFor(offer),
    hide,
    /** The option at a place; none while an offer for what was typed before is still shown. */
    optionAt: (index: number): QueryOption | undefined => (isFor(offer) ? offer.options[index] : undefined),
    async ask(typed: string, caret: number) {
      asked.current += 1;
      const mine = asked.current;
      const { completeQuery } = await app.loadTools();
      const options = await completeQuery(typed, caret);
      // An answer that comes after more was typed is for another text.
      if (mine !== asked.current) return;
      setOffer(options.length > 0 ? { options, active: -1, asking: mine } : undefined);
    },
    /** Chooses the next option, or none above the first. */
    step(by: 1 | -1) {
      setOffer((now) =>
        isFor(now) ? { ...now, active: Math.min(Math.max(now.active + by, -1), now.options.length - 1) } : now,
      );
    },
  };
}
