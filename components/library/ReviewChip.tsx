import { useEffect, useState } from 'preact/hooks';
import { formatCount } from '../../lib/library/row-facts.ts';
import type { LibraryApp } from './library-app.ts';
import { hashOf } from './route.ts';

/** Offers the weekly review where something waits for it. It looks once the rows are there, and never asks twice. */
export function ReviewChip({ app }: { app: LibraryApp }) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const timer = setTimeout(async () => {
      const tools = await app.loadTools();
      setCount((await tools.readAged()).length);
    }, 800);
    return () => clearTimeout(timer);
  }, [app]);
  if (count === 0) return null;
  return (
    <a class="chip" href={`${location.pathname}${hashOf({ place: { kind: 'review' } })}`}>
      Review {formatCount(count)}
    </a>
  );
}
