import { useEffect, useRef } from 'preact/hooks';
import { isLeft } from '../controls/is-left.ts';

interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  readonly mostLetters: number;
  /** Whether what was typed is the name of another list. */
  readonly isTaken?: boolean;
  /** Says whether it could be taken. */
  readonly take: (name: string) => Promise<boolean>;
  readonly cancel: () => void;
}

/** A name being changed: Enter or leaving the field takes it, Escape does not. What can't be taken stays to be changed. */
export function NameField({ label, name, mostLetters, isTaken = false, take, cancel }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  // Taking the field away blurs it, which must not answer a second time.
  const isAnswered = useRef(false);
  useEffect(() => field.current?.select(), []);

  async function answer(value: string) {
    if (isAnswered.current) return;
    isAnswered.current = true;
    isAnswered.current = await take(value);
  }

  return (
    <>
      <input
        ref={field}
        class="name-field"
        aria-label={label}
        aria-invalid={isTaken}
        maxLength={mostLetters}
        dir="auto"
        defaultValue={name}
        onBlur={({ currentTarget }) => isLeft(currentTarget) && answer(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') answer(event.currentTarget.value);
          if (event.key !== 'Escape') return;
          isAnswered.current = true;
          cancel();
        }}
      />
      {isTaken && (
        <p class="view-line name-taken small" role="alert">
          Another list has this name. Nothing was changed; choose another name.
        </p>
      )}
    </>
  );
}
