import { formatCount } from '../../lib/library/row-facts.ts';
import type { LibraryApp } from './library-app.ts';
import { hashOf } from './route.ts';
import { useOffered } from './use-offered.ts';

const REST_MS = 800;

/** Offers the weekly review where something waits for it. It looks once the rows are there, and never asks twice. */
export function ReviewChip({ app }: { app: LibraryApp }) {
  const aged = useOffered(async () => (await app.loadTools()).readAged(), REST_MS);
  const count = aged?.length ?? 0;
  if (count === 0) return null;
  return (
    <a class="chip" href={`${location.pathname}${hashOf({ place: { kind: 'review' } })}`}>
      Review {formatCount(count)}
    </a>
  );
}
