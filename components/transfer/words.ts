import type { Rejection, RejectReason } from '../../lib/app/transfer/import-desk.ts';

const numbers = new Intl.NumberFormat('en');

export const formatNumber = (value: number): string => numbers.format(value);

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return countOf(bytes, 'byte');
  const units = ['KB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** Rounded up to what one can act on. */
export function formatTimeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 60) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  const minutes = Math.ceil(seconds / 60);
  return `about ${countOf(minutes, 'minute')} left`;
}

/** As in "2 h ago". */
export function formatAge(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return `${countOf(Math.floor(minutes / 1440), 'day')} ago`;
}

const REASONS: Readonly<Record<RejectReason, string>> = {
  'missing-url': 'Has no address',
  'unsupported-scheme': 'Not a web address',
  'invalid-url': 'Not a valid address',
  'malformed-row': 'The row can’t be read',
  'malformed-record': 'The record can’t be read',
  'feed-item': 'Came from a feed; you never saved it',
  'no-url': 'Has no address in it',
  'no-url-text-only': 'A text without an address',
  'no-url-asset': 'A file without an address',
  'unknown-format': 'Not known here',
  'unreadable-file': 'The file can’t be read',
};

export const reasonOf = ({ reason, detail }: Rejection): string => detail ?? REASONS[reason];

export function placeOf({ file, line, index }: Rejection): string {
  const where = line !== undefined ? `line ${line}` : typeof index === 'number' ? `record ${index + 1}` : index;
  return [file, where].filter((part) => part !== undefined).join(', ');
}
