import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../controls/Icon.tsx';

/** Turns into a field where it stands; Enter makes the list, Escape does not. */
export function NewList({ create }: { create: (name: string) => Promise<unknown> }) {
  const [isNaming, setNaming] = useState(false);
  const [failure, setFailure] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasNaming = useRef(false);

  useEffect(() => {
    if (isNaming) field.current?.focus();
    else if (wasNaming.current && document.activeElement === document.body) button.current?.focus();
    wasNaming.current = isNaming;
  }, [isNaming]);

  async function take(name: string) {
    try {
      await create(name);
      setNaming(false);
      setFailure(false);
    } catch {
      // The field keeps what was typed, and says so.
      setFailure(true);
    }
  }

  if (!isNaming) {
    return (
      <button ref={button} type="button" class="side-link plain-button is-quiet" onClick={() => setNaming(true)}>
        <Icon name="plus" size={13} />
        <span class="side-name">New list</span>
      </button>
    );
  }
  return (
    <>
      <input
        ref={field}
        class="name-field"
        aria-label="Name of the new list"
        placeholder="Name"
        maxLength={80}
        onBlur={(event) => {
          if (event.currentTarget.value.trim() === '') setNaming(false);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') take(event.currentTarget.value);
          else if (event.key === 'Escape') setNaming(false);
          else return;
          event.stopPropagation();
        }}
      />
      {failure && (
        <p class="side-failure small" role="alert">
          The list could not be written. Nothing else was changed; try once more.
        </p>
      )}
    </>
  );
}
