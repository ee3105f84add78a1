/** An article that may be read in the time there is. */
export interface Candidate<Id> {
  readonly id: Id;
  /** Whole minutes left to read, at least 1. */
  readonly minutes: number;
  readonly isBegun: boolean;
  /** Days since it was saved. */
  readonly ageDays: number;
  /** On a list of the reader's, so it was meant to be read. */
  readonly isListed: boolean;
  readonly isFavourite: boolean;
}

export interface Chosen<Id> {
  readonly id: Id;
  readonly minutes: number;
  /** Why this one, in a few words. */
  readonly reason: string;
}

/** The share of the time that is filled before anything else is asked: a better article is no reason to leave more empty. */
const FILLED = 0.9;
/** From this age on, in days, what waits is offered before it is forgotten. */
const AGEING = 30;

/**
 * Articles that fill the time without going over it, the best first: what was begun, what is on a list, what has waited
 * long. Of all choices that fill nine tenths of what can be filled, the one worth most. Gives none if even the shortest
 * takes longer.
 */
export function fillTime<Id>(candidates: readonly Candidate<Id>[], minutes: number): readonly Chosen<Id>[] {
  const room = Math.max(0, Math.floor(minutes));
  const usable = candidates.filter((one) => one.minutes >= 1 && one.minutes <= room);
  // The best value for each sum of minutes, and the article that was added last to reach it.
  const best = new Float64Array(room + 1).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  const steps: Int32Array[] = [];
  for (const [i, one] of usable.entries()) {
    const taken = new Int32Array(room + 1).fill(-1);
    const worth = worthOf(one);
    for (let sum = room; sum >= one.minutes; sum--) {
      const value = (best[sum - one.minutes] ?? Number.NEGATIVE_INFINITY) + worth;
      if (value <= (best[sum] ?? 0)) continue;
      best[sum] = value;
      taken[sum] = i;
    }
    steps.push(taken);
  }
  const fullest = best.findLastIndex((value) => value > Number.NEGATIVE_INFINITY);
  let chosen = fullest;
  for (let sum = Math.ceil(fullest * FILLED); sum <= fullest; sum++) {
    if ((best[sum] ?? 0) > (best[chosen] ?? 0)) chosen = sum;
  }
  const found: Candidate<Id>[] = [];
  for (let i = usable.length - 1, sum = chosen; i >= 0 && sum > 0; i--) {
    const one = usable[i];
    if (!one || steps[i]?.[sum] !== i) continue;
    found.push(one);
    sum -= one.minutes;
  }
  return found
    .sort((a, b) => worthPerMinute(b) - worthPerMinute(a))
    .map((one) => ({
      id: one.id,
      minutes: one.minutes,
      reason: reasonOf(one),
    }));
}

const worthOf = <Id>(one: Candidate<Id>): number => one.minutes * worthPerMinute(one);

function worthPerMinute<Id>({ isBegun, isListed, isFavourite, ageDays }: Candidate<Id>): number {
  const age = Math.min(1, ageDays / (AGEING * 3));
  return 1 + (isBegun ? 0.6 : 0) + (isListed ? 0.3 : 0) + (isFavourite ? 0.2 : 0) + age * 0.3;
}

function reasonOf<Id>({ isBegun, isListed, isFavourite, ageDays, minutes }: Candidate<Id>): string {
  const left = `${minutes} min`;
  if (isBegun) return `Begun, ${left} left`;
  if (isListed) return `On a list of yours, ${left}`;
  if (isFavourite) return `A favourite, ${left}`;
  if (ageDays >= AGEING) return `Waiting for ${waited(ageDays)}, ${left}`;
  return `Fits, ${left}`;
}

function waited(days: number): string {
  const months = Math.floor(days / 30);
  if (months >= 12) return months < 24 ? 'a year' : `${Math.floor(months / 12)} years`;
  return months === 1 ? 'a month' : `${months} months`;
}
