import { browser } from 'wxt/browser';

const NAME = 'keep-pictures';
const IMPORTS = 'run-imports';
const TEXTS = 'fetch-texts';
const BACKUP = 'back-up';

/** Wakes the worker at `time`; browsers round up to 30 s. A later call replaces an earlier one. */
export const setPictureAlarm = (time: number): Promise<void> => browser.alarms.create(NAME, { when: time });

export const clearPictureAlarm = (): Promise<boolean> => browser.alarms.clear(NAME);

export function onPictureAlarm(handle: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) handle();
  });
}

/** Wakes the worker every half minute while an import is under way, in case the browser stops it. */
export async function setImportAlarm(isNeeded: boolean): Promise<void> {
  if (isNeeded) await browser.alarms.create(IMPORTS, { periodInMinutes: 0.5 });
  else await browser.alarms.clear(IMPORTS);
}

export function onImportAlarm(handle: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === IMPORTS) handle();
  });
}

/** Wakes the worker every half minute while texts are to be fetched. */
export async function setTextAlarm(isNeeded: boolean): Promise<void> {
  if (!isNeeded) await browser.alarms.clear(TEXTS);
  else if (!(await browser.alarms.get(TEXTS))) await browser.alarms.create(TEXTS, { periodInMinutes: 0.5 });
}

export function onTextAlarm(handle: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === TEXTS) handle();
  });
}

/** Has the worker look every hour whether a backup is due. Made once; it outlives the worker, and in most browsers the browser. */
export async function setBackupAlarm(): Promise<void> {
  if (!(await browser.alarms.get(BACKUP)))
    await browser.alarms.create(BACKUP, { delayInMinutes: 1, periodInMinutes: 60 });
}

export function onBackupAlarm(handle: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === BACKUP) handle();
  });
}

/** Any call of an extension's interface keeps its worker for another 30 s (developer.chrome.com, "Longer extension service worker lifetimes"). */
export const stayAwake = (): Promise<unknown> => browser.runtime.getPlatformInfo();
