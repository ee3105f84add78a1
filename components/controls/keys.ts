import { useLayoutEffect } from 'preact/hooks';

/** What each key does, by `KeyboardEvent.key`. Letters are lower-case and mean no modifier. */
export type KeyTable = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Listens for the page's keys while the component is shown. Keys typed into a field are the field's, and those with
 * Ctrl, Alt or Meta are the browser's.
 */
export function useKeys(keys: KeyTable): void {
  // Before anything is painted: whoever sees an answer asked for can give it.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      // A focused button or link takes Enter and Space for itself.
      const isPress = event.key === 'Enter' || event.key === ' ';
      if (isPress && event.target instanceof Element && event.target.closest('button, a, summary, select')) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])');
}
