import type { ListId, Timestamp } from '../article/ids.ts';
import { USUAL_PACE } from '../article/reading-time.ts';
import type { Store } from '../store/database.ts';
import { readLists } from '../store/lists.ts';
import {
  countInbox,
  countKeptAndFinished,
  type LatelyRead,
  type RoomTaken,
  readLately,
  readRoomTaken,
  type Span,
} from '../store/read-statistics.ts';

/** One week of the reader's calendar, from Monday. */
export interface Week {
  readonly from: Timestamp;
  readonly kept: number;
  readonly finished: number;
  /** Minutes of text read, of articles that were last read in this week. */
  readonly minutes: number;
}

export interface Share {
  readonly name: string;
  readonly minutes: number;
}

export interface Statistics {
  readonly weeks: readonly Week[];
  /** Minutes of text read in the last 30 days. */
  readonly minutes: number;
  /** The pile of unread and begun articles by age, the newest first. */
  readonly pile: readonly { readonly name: string; readonly count: number }[];
  readonly oldest: Timestamp | undefined;
  /** Where the reading of the weeks came from, most first. */
  readonly sites: readonly Share[];
  readonly lists: readonly Share[];
  readonly room: RoomTaken;
  /** Words a minute by which minutes are counted: the reader's own, once it is known. */
  readonly pace: number;
}

const WEEKS = 13;
/** More than anyone reads in a quarter; after an import the latest of it count. */
const MOST_READ = 2000;
const DAY_MS = 24 * 60 * 60 * 1000;
const SHOWN_SHARES = 6;

/** What the reader kept and read in a quarter. A bounded number of rows is read, whatever the size of the library. */
export async function readStatistics(store: Store): Promise<Statistics> {
  const now = store.now();
  const pace = store.pace?.() ?? USUAL_PACE;
  const spans = weeksUntil(now);
  const first = spans[0]?.from ?? now;
  const [counts, lately, inbox, lists, room] = await Promise.all([
    countKeptAndFinished(store, spans),
    readLately(store, first, MOST_READ),
    countInbox(
      store,
      AGES.map(({ from, to }) => ({ from: now - from * DAY_MS, to: to === 0 ? now + 1 : now - to * DAY_MS })),
    ),
    readLists(store),
    readRoomTaken(store),
  ]);
  const minutesIn = ({ from, to }: Span) =>
    Math.round(
      sumOf(
        pace,
        lately.filter(({ lastReadAt }) => lastReadAt >= from && lastReadAt < to),
      ),
    );
  const nameOf = new Map<ListId, string>(lists.map(({ id, name }) => [id, name]));
  return {
    weeks: spans.map((span, i) => ({
      from: span.from,
      kept: counts[i]?.kept ?? 0,
      finished: counts[i]?.finished ?? 0,
      minutes: minutesIn(span),
    })),
    minutes: minutesIn({ from: now - 30 * DAY_MS, to: now + 1 }),
    pile: AGES.map(({ name }, i) => ({ name, count: inbox.counts[i] ?? 0 })),
    oldest: inbox.oldest,
    sites: sharesOf(pace, lately, ({ siteName }) => [siteName]),
    lists: sharesOf(pace, lately, ({ listIds }) => listIds.flatMap((id) => nameOf.get(id) ?? [])),
    room,
    pace,
  };
}

/** Days before now, the far end first. */
const AGES = [
  { name: 'this week', from: 7, to: 0 },
  { name: 'this month', from: 30, to: 7 },
  { name: '3 months', from: 91, to: 30 },
  { name: 'older', from: 36_500, to: 91 },
] as const;

/** Whole weeks of the local calendar, the present one last. Clock changes make some an hour longer or shorter. */
function weeksUntil(now: Timestamp): readonly Span[] {
  const today = new Date(now);
  const monday = today.getDate() - ((today.getDay() + 6) % 7);
  const startOf = (back: number) => new Date(today.getFullYear(), today.getMonth(), monday - back * 7).getTime();
  return Array.from({ length: WEEKS }, (_, i) => {
    const back = WEEKS - 1 - i;
    return { from: startOf(back), to: startOf(back - 1) };
  });
}

const minutesOf = (pace: number, { wordCount, progress }: LatelyRead): number => (wordCount / pace) * progress;

const sumOf = (pace: number, read: readonly LatelyRead[]): number =>
  read.reduce((sum, one) => sum + minutesOf(pace, one), 0);

function sharesOf(
  pace: number,
  read: readonly LatelyRead[],
  namesOf: (one: LatelyRead) => readonly string[],
): readonly Share[] {
  const minutes = new Map<string, number>();
  for (const one of read) {
    for (const name of namesOf(one)) minutes.set(name, (minutes.get(name) ?? 0) + minutesOf(pace, one));
  }
  return [...minutes]
    .map(([name, sum]) => ({ name, minutes: Math.round(sum) }))
    .filter((share) => share.minutes > 0)
    .sort((a, b) => b.minutes - a.minutes || (a.name < b.name ? -1 : 1))
    .slice(0, SHOWN_SHARES);
}
