import { useEffect, useRef, useState } from 'preact/hooks';
import { formatCount } from '../../lib/library/row-facts.ts';
import type { LibraryApp } from './library-app.ts';

type Step = 'begin' | 'first' | 'second' | 'erasing' | 'erased' | 'failed';

/** Erases all there is, after two confirmations and the offer of a vault. */
export function EraseEverything({ app, total }: { app: LibraryApp; total: number | undefined }) {
  const [step, setStep] = useState<Step>('begin');
  const words = useRef<HTMLDivElement>(null);
  const former = useRef<Step>('begin');
  // Each step takes away the button that led to it.
  useEffect(() => {
    if (former.current !== step) words.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    former.current = step;
  }, [step]);
  const articles = total === 1 ? 'one article' : `${formatCount(total ?? 0)} articles`;
  async function erase() {
    setStep('erasing');
    try {
      await app.privacy.eraseEverything();
      setStep('erased');
    } catch {
      setStep('failed');
    }
  }
  const keep = (
    <button type="button" class="button" data-first onClick={() => setStep('begin')}>
      Keep everything
    </button>
  );
  return (
    <section>
      <h2>Erase everything</h2>
      <div aria-live="polite" ref={words}>
        {step === 'begin' && (
          <>
            <p>Removes all that Lectern keeps from this browser, its settings and the list above too.</p>
            <p class="setting-line">
              <button type="button" class="button" data-first onClick={() => setStep('first')}>
                Erase everything…
              </button>
            </p>
          </>
        )}
        {step === 'first' && (
          <>
            <p>
              This removes {articles} with their texts, pictures, notes and marks. It can’t be undone. A vault is a file
              with all of it, which can be restored later.
            </p>
            <p class="setting-line">
              <a class="button" data-first href={app.transferAddress}>
                Make a vault first
              </a>
              <button type="button" class="button" onClick={() => setStep('second')}>
                Go on without
              </button>
              {keep}
            </p>
          </>
        )}
        {step === 'second' && (
          <>
            <p>Once more: erase {articles} for good? Nothing is left to restore but vaults you made before.</p>
            <p class="setting-line">
              <button type="button" class="button danger" onClick={erase}>
                Erase for good
              </button>
              {keep}
            </p>
          </>
        )}
        {step === 'erasing' && (
          <p data-first tabIndex={-1}>
            Erasing…
          </p>
        )}
        {step === 'erased' && (
          <p data-first tabIndex={-1}>
            Everything that Lectern kept in this browser is erased.
          </p>
        )}
        {step === 'failed' && (
          <>
            <p>
              Not everything could be erased. Close other windows of Lectern and try again; what is left can still be
              read.
            </p>
            <p class="setting-line">
              <button type="button" class="button" data-first onClick={erase}>
                Try again
              </button>
            </p>
          </>
        )}
      </div>
    </section>
  );
}
