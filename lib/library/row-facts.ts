import type { Timestamp } from '../article/ids.ts';
import { minutesLeft, minutesToRead } from '../article/reading-time.ts';

export interface ReadingFacts {
  readonly wordCount: number;
  /** 0 to 1. */
  readonly progress: number;
  readonly finished: boolean;
  /** Words a minute of this reader; the usual ones if absent. */
  readonly pace?: number;
}

/** How much there is to read: "6 min", "12 min left of 18", "Finished"; empty for a link without text. */
export function readingFacts({ wordCount, progress, finished, pace }: ReadingFacts): string {
  if (finished) return 'Finished';
  if (wordCount <= 0) return '';
  const minutes = minutesToRead(wordCount, pace);
  const left = minutesLeft(wordCount, progress, pace);
  return left < minutes ? `${left} min left of ${minutes}` : `${minutes} min`;
}

export interface PictureFacts {
  readonly kept: number;
  readonly blocked: number;
  readonly failed: number;
  readonly waiting: number;
  /** Of the pictures kept. */
  readonly bytes: number;
}

/** What became of an article's pictures: "4 of 5 pictures kept · 212 KB". */
export function pictureFacts({ kept, blocked, failed, waiting, bytes }: PictureFacts): string {
  const total = kept + blocked + failed + waiting;
  if (total === 0) return 'No pictures';
  if (waiting > 0) return `Keeping pictures… ${kept} of ${total}`;
  const noun = total === 1 ? 'picture' : 'pictures';
  const share = kept === total ? formatCount(total) : `${kept} of ${total}`;
  return kept === 0 ? `${share} ${noun} kept` : `${share} ${noun} kept · ${formatBytes(bytes)}`;
}

/** Decimal units, as browsers show downloads: "640 bytes", "212 KB", "3.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const [divisor, unit] = bytes < 999_500 ? [1e3, 'KB'] : bytes < 999_500_000 ? [1e6, 'MB'] : [1e9, 'GB'];
  const value = bytes / divisor;
  return `${unit === 'KB' || value >= 99.95 ? Math.round(value) : trimZero(value.toFixed(1))} ${unit}`;
}

/** Made once: to make one costs as much as hundreds of numbers, and the sidebar shows one beside each list. */
let counts: Intl.NumberFormat | undefined;

/** With separators: "9,812". */
export function formatCount(count: number): string {
  counts ??= new Intl.NumberFormat('en');
  return counts.format(count);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The day in the reader's time zone: "today, 09:14", "12 Nov", "12 Nov 2025" for another year than now's. A page's date
 * without a time stays that day in every zone, and today it is "today". Empty if it is no date.
 */
export function formatDay(moment: string | Timestamp, now: Timestamp): string {
  const dayOnly = typeof moment === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(moment.trim()) : null;
  // `new Date('2026-11-12')` is midnight in Greenwich, which is the 11th in America.
  const date = dayOnly ? new Date(Number(dayOnly[1]), Number(dayOnly[2]) - 1, Number(dayOnly[3])) : new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  const today = new Date(now);
  const isThisYear = date.getFullYear() === today.getFullYear();
  if (isThisYear && date.getMonth() === today.getMonth() && date.getDate() === today.getDate()) {
    return dayOnly ? 'today' : `today, ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
  }
  const day = `${date.getDate()} ${MONTHS[date.getMonth()]}`;
  return isThisYear ? day : `${day} ${date.getFullYear()}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function trimZero(text: string): string {
  return text.replace(/\.0$/, '');
}
