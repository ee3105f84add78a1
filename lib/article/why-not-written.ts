/**
 * Why something could not be written, in words that tell what to do. The browser's own words where it is not for want of
 * room.
 */
export function whyNotWritten(error: unknown): string {
  if (isNoRoom(error))
    return 'There is no room left on this disk. Free some space on it; once there is a little, emptying Lectern’s trash gives more.';
  return error instanceof Error ? error.message : String(error);
}

/**
 * Whether a write failed because there is no room for it. Nothing of its transaction remains then. Chromium 156 and Firefox
 * 153 call it QuotaExceededError, also on a full disk; Dexie 4.4 wraps it into an AbortError that names it.
 */
export function isNoRoom(error: unknown): boolean {
  return /quota/i.test(error instanceof Error ? `${error.name} ${error.message}` : String(error));
}
