/** How much of an article is read, 0 to 1, as a ring. The words beside it say the same. */
export function ProgressRing({ progress }: { progress: number }) {
  const radius = 7;
  const round = 2 * Math.PI * radius;
  return (
    <svg class="ring" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r={radius} />
      {progress > 0 && (
        <circle class="ring-done" cx="9" cy="9" r={radius} stroke-dasharray={`${progress * round} ${round}`} />
      )}
    </svg>
  );
}
