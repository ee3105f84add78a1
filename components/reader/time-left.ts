import { minutesToRead } from '../../lib/article/reading-time.ts';

/** What is left to read, for the bar: "4 min left", "less than a minute left", "Read to the end". */
export function timeLeft(wordCount: number, progress: number, pace?: number): string {
  if (wordCount <= 0) return '';
  if (progress >= 1) return 'Read to the end';
  const left = Math.round(minutesToRead(wordCount, pace) * (1 - progress));
  return left < 1 ? 'less than a minute left' : `${left} min left`;
}
