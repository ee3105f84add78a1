import type { ComponentChildren } from 'preact';

/** Stands where the text would be, and says why it does not. */
export function Notice({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main class="notice">
      <h1>{title}</h1>
      {children}
    </main>
  );
}
